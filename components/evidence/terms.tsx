import type { Phrase } from '@/lib/words/phrase'
import { PhraseOf } from './phrase'

/** Words and what each stands for. */
export function Terms({ terms }: { terms: readonly { readonly title: string; readonly text: Phrase }[] }) {
  return (
    <dl className="evidence-terms wide">
      {terms.map(({ title, text }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>
            <PhraseOf phrase={text} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
