import type { Phrase } from '@/lib/words/phrase'

/** A sentence of the catalogue: code as code, what matters strong. */
export function PhraseOf({ phrase }: { phrase: Phrase }) {
  return phrase.map((part, index) => {
    if (typeof part === 'string') return part
    const Tag = part.kind === 'code' ? 'code' : 'strong'
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never move
    return <Tag key={index}>{part.text}</Tag>
  })
}
