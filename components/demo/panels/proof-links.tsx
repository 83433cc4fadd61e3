import { entryHref } from '@/lib/evidence/address'
import type { Locale } from '@/lib/locale'
import type { DemoWords } from '../cast'

interface Props {
  readonly locale: Locale
  readonly words: DemoWords
  /** The named scenarios of the demo, each with what tells it from the other; null where there is only one. */
  readonly scenarios: readonly { readonly name: string; readonly label: string | null }[]
}

/** Leads from a demo to what real servers did in its scenario. */
export function ProofLinks({ locale, words, scenarios }: Props) {
  const href = (name: string) => entryHref(locale, name)
  const [only] = scenarios
  if (scenarios.length === 1 && only) {
    return (
      <p className="demo-proof">
        <a href={href(only.name)}>{words.player.proof}</a>
      </p>
    )
  }
  return (
    <p className="demo-proof">
      {words.player.proof}
      {scenarios.map(({ name, label }) => (
        <a key={name} href={href(name)}>
          {label}
        </a>
      ))}
    </p>
  )
}
