/** @jsxImportSource preact */
import type { DemoWords } from '../cast'

interface Props {
  readonly words: DemoWords
  /** One for each run, with what tells it from the other; null where there is only one. */
  readonly proofs: readonly { readonly href: string; readonly label: string | null }[]
}

/** Leads from a demo to what real servers did in its scenario. */
export function ProofLinks({ words, proofs }: Props) {
  const [only] = proofs
  if (proofs.length === 1 && only) {
    return (
      <p class="demo-proof">
        <a href={only.href}>{words.player.proof}</a>
      </p>
    )
  }
  return (
    <p class="demo-proof">
      {words.player.proof}
      {proofs.map(({ href, label }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </p>
  )
}
