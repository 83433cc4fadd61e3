/** @jsxImportSource preact */
import type { Words } from '@/lib/words/words'

interface Props {
  readonly words: Words['still']
  /** One for each run, with what tells it from the other; null where there is only one. */
  readonly proofs: readonly { readonly href: string; readonly side: string | null }[]
}

/** Leads from a demo to what real servers did in its scenario. Drawn once: it is of the runs with which the page is built. */
export function ProofLinks({ words, proofs }: Props) {
  return (
    <div class="py-2 text-sm" data-part="proof">
      <p>{words.proof}</p>
      <ul class="mt-2 grid gap-1">
        {proofs.map(({ href, side }) => (
          <li key={href}>
            <a href={href}>{side === null ? words.compare : words.compareSide(side)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
