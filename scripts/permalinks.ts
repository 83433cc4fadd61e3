// Writes down every address of the built site that content/permalinks.json does not hold yet, and gives each article and each named demo that
// lacks one a short link, in content/short-links.json: `npm run permalinks`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { articlesIn } from '@/lib/content/articles'
import { extended } from '@/lib/content/permalinks'
import { extendedShortLinks, type ShortLinks } from '@/lib/content/short-links'
import { BadInput } from '../lib/terminal/failure.mjs'
import { printLines } from '../lib/terminal/terminal.mjs'
import { takeNoArguments } from './no-arguments.mjs'
import { builtPages } from './permalinks/built-pages'
import { linkableOf } from './permalinks/linkable'

takeNoArguments('run permalinks')
const root = join(import.meta.dirname, '..')
const out = join(root, 'out')
if (!existsSync(out)) throw new BadInput('out/ is not there: npm run build makes it')

const content = (name: string) => join(root, 'content', name)
const read = (name: string) => JSON.parse(readFileSync(content(name), 'utf8'))
const write = (name: string, ledger: object) => writeFileSync(content(name), `${JSON.stringify(ledger, null, 2)}\n`)

const permalinks: readonly string[] = read('permalinks.json')
const longer = extended(permalinks, builtPages(out))
write('permalinks.json', longer)

const shortLinks: ShortLinks = read('short-links.json')
const more = extendedShortLinks(shortLinks, articlesIn('en').map(linkableOf))
write('short-links.json', more)

const told = (name: string, now: number, before: number) => `content/${name}: ${now}, ${now - before} of them new.`
await printLines([
  told('permalinks.json', longer.length, permalinks.length),
  told('short-links.json', Object.keys(more).length, Object.keys(shortLinks).length),
])
