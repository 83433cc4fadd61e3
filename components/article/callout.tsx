import type { ReactNode } from 'react'

/** A remark beside the thread of the text (`note`), or a mistake worth avoiding (`pitfall`). */
export function Callout({ kind, label, children }: { kind: 'note' | 'pitfall'; label: string; children: ReactNode }) {
  return (
    <aside className={`callout callout-${kind}`} aria-label={label}>
      <p className="callout-label" aria-hidden="true">
        {label}
      </p>
      {children}
    </aside>
  )
}
