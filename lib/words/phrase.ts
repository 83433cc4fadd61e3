/** A piece of a sentence that is set apart: a host, code, what matters, what is lost. */
export interface Marked {
  readonly kind: 'host' | 'code' | 'strong' | 'lost'
  readonly text: string
}

/** A sentence of the catalogue, in pieces: words carry no markup and components carry no words. */
export type Phrase = readonly (string | Marked)[]

type Value = string | number | Marked | Phrase

const isMarked = (value: Value): value is Marked => typeof value === 'object' && 'kind' in value

/** Builds a phrase from a template; what is put in may be text, a marked piece, or a phrase. Text next to text is one piece. */
export function say(strings: TemplateStringsArray, ...values: readonly Value[]): Phrase {
  const pieces: (string | Marked)[] = []
  const add = (piece: string | Marked): void => {
    const last = pieces.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece
    else if (piece !== '') pieces.push(piece)
  }
  strings.forEach((text, index) => {
    add(text)
    const value = values[index]
    if (value === undefined) return
    if (typeof value !== 'object') add(String(value))
    else if (isMarked(value)) add(value)
    else value.forEach(add)
  })
  return pieces
}

export const host = (text: string): Marked => ({ kind: 'host', text })
export const code = (text: string): Marked => ({ kind: 'code', text })
export const strong = (text: string): Marked => ({ kind: 'strong', text })
export const lost = (text: string): Marked => ({ kind: 'lost', text })

/** The phrase as plain text, for labels and for reading aloud. */
export function plain(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}
