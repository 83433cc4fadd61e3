import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Card } from './cards-of'

const FOLDER = join('.cache', 'cards')

/** What a card looks like, beside what stands on it: a change of these draws all anew. */
const DRAWN_BY = ['scripts/cards/draw.tsx', 'scripts/cards/typefaces.ts', 'package-lock.json']

/** The cards that were drawn, by what they were drawn from. */
export class KeptCards {
  readonly missing: readonly Card[]
  readonly #names: ReadonlyMap<Card, string>

  constructor(cards: readonly Card[], folder = FOLDER) {
    mkdirSync(folder, { recursive: true })
    const look = DRAWN_BY.map((file) => readFileSync(file))
    const nameOf = (card: Card) => {
      const hash = createHash('sha256').update(JSON.stringify(card))
      for (const text of look) hash.update(text)
      return join(folder, `${hash.digest('hex').slice(0, 32)}.png`)
    }
    this.#names = new Map(cards.map((card) => [card, nameOf(card)]))
    this.missing = cards.filter((card) => !existsSync(this.#nameOf(card)))
  }

  keep(card: Card, png: Uint8Array): void {
    writeFileSync(this.#nameOf(card), png)
  }

  read(card: Card): Uint8Array {
    return readFileSync(this.#nameOf(card))
  }

  /** Removes what stands for none of the cards. */
  prune(folder = FOLDER): void {
    const needed = new Set(this.#names.values())
    for (const file of readdirSync(folder)) if (!needed.has(join(folder, file))) rmSync(join(folder, file))
  }

  #nameOf(card: Card): string {
    const name = this.#names.get(card)
    if (name === undefined) throw new Error(`${card.title}: not among the cards`)
    return name
  }
}
