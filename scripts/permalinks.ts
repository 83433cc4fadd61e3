// Writes down every address of the built site that content/permalinks.json does not hold yet: `npm run permalinks`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { extended } from '@/lib/content/permalinks'
import { BadInput } from '../lib/terminal/failure.mjs'
import { printLines } from '../lib/terminal/terminal.mjs'
import { takeNoArguments } from './no-arguments.mjs'
import { builtPages } from './permalinks/built-pages'

takeNoArguments('run permalinks')
const root = join(import.meta.dirname, '..')
const out = join(root, 'out')
if (!existsSync(out)) throw new BadInput('out/ is not there: npm run build makes it')

const file = join(root, 'content', 'permalinks.json')
const permalinks: readonly string[] = JSON.parse(readFileSync(file, 'utf8'))
const longer = extended(permalinks, builtPages(out))
writeFileSync(file, `${JSON.stringify(longer, null, 2)}\n`)
const news = longer.length - permalinks.length
await printLines([`content/permalinks.json: ${longer.length} addresses, ${news} of them new.`])
