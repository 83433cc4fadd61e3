/** @jsxImportSource preact */
import type { DemoWords } from '../cast'

interface Props {
  readonly words: DemoWords
  /** One for each run, with what tells it from the other; null where there is only one. */
  readonly proofs: readonly { readonly href: string; readonly label: string | null }[]
}

/** Leads from a demo to what real servers did in its scenario. */
export function ProofLinks({ words, proofs }: Props) {
  return (
    <div class="py-2 text-sm" data-part="proof">
      <p>{words.panels.proof}</p>
      <ul class="mt-2 grid gap-1">
        {proofs.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label === null ? words.player.proof : words.panels.of(words.player.proof, label)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
