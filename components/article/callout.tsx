import type { ReactNode } from 'react'

const LOOKS = { note: '', pitfall: 'border-l-3 border-edge' } as const

/** A remark beside the thread of the text (`note`), or a mistake worth avoiding (`pitfall`). */
export function Callout({ kind, label, children }: { kind: keyof typeof LOOKS; label: string; children: ReactNode }) {
  return (
    <aside
      className={`break-inside-avoid rounded-[10px] bg-cut px-5 py-4 text-[1rem] [:where(&>*+*)]:mt-[0.5em] ${LOOKS[kind]}`}
      aria-label={label}
    >
      <p className="text-sm font-strong text-soft" aria-hidden="true">
        {label}
      </p>
      {children}
    </aside>
  )
}
