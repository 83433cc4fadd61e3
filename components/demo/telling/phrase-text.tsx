/** @jsxImportSource preact */
import type { Phrase } from '@/lib/words/phrase'
import type { Cast } from '../cast'
import { HostName } from './host-name'

/** A sentence of the catalogue with its marked pieces. */
export function PhraseText({ cast, phrase }: { cast: Cast; phrase: Phrase }) {
  return phrase.map((part, index) => {
    if (typeof part === 'string') return part
    const key = `${index} ${part.text}`
    if (part.kind === 'code') return <code key={key}>{part.text}</code>
    if (part.kind === 'host') return <HostName key={key} cast={cast} host={part.text} />
    return (
      <strong key={key} class={part.kind === 'lost' ? 'text-lost' : undefined}>
        {part.text}
      </strong>
    )
  })
}
