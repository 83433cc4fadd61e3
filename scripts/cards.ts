// Draws the card of each page and each demo of a built site, from its index.json, into cards/: what is shown where a link is pasted. A stage of
// `npm run build`; takes the site's folder. What was drawn before is kept in .cache/cards.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cardsOf } from './cards/cards-of'
import { KeptCards } from './cards/kept'

const [folder = 'out'] = process.argv.slice(2)
const cards = cardsOf(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')))
const kept = new KeptCards(cards.map(({ card }) => card))
if (kept.missing.length > 0) {
  // Loaded only where something is to be drawn: half a second, and the typefaces.
  const { drawing } = await import('./cards/draw')
  const draw = await drawing(kept.missing)
  for (const card of kept.missing) kept.keep(card, await draw(card))
}
for (const { path, card } of cards) {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, kept.read(card))
}
kept.prune()
