import type { ReactNode } from 'react'

const LABEL = { note: 'text-soft', pitfall: "text-lost before:content-['✕_']" } as const

/** A remark beside the thread of the text (`note`), or a mistake worth avoiding (`pitfall`). */
export function Callout({ kind, label, children }: { kind: keyof typeof LABEL; label: string; children: ReactNode }) {
  return (
    <aside
      className="break-inside-avoid rounded-[10px] bg-cut px-5 py-4 text-[1rem] [:where(&>*+*)]:mt-[0.5em]"
      aria-label={label}
    >
      <p className={`text-sm font-strong ${LABEL[kind]}`} aria-hidden="true">
        {label}
      </p>
      {children}
    </aside>
  )
}
