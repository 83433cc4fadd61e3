import type { Phrase } from '@/lib/words/phrase'
import { PhraseOf } from './phrase'

/** Words and what each stands for. */
export function Terms({ terms }: { terms: readonly { readonly title: string; readonly text: Phrase }[] }) {
  return (
    <dl className="grid max-w-none grid-cols-[repeat(auto-fill,minmax(min(100%,27rem),1fr))] gap-x-10 gap-y-5.5">
      {terms.map(({ title, text }) => (
        <div key={title}>
          <dt className="font-strong">{title}</dt>
          <dd className="text-soft [&_code]:text-ink">
            <PhraseOf phrase={text} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
