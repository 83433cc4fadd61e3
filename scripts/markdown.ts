// Writes each page of a built site a second time, as Markdown beside it: `index.md`. A stage of `npm run build`; takes the site's folder, and
// what index.json says there of its pages.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SiteIndex } from '@/components/site/site-index'
import { toMarkdown } from './markdown/to-markdown'

const [folder = 'out'] = process.argv.slice(2)
const { address: home, pages }: SiteIndex = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))
for (const { address, markdown } of pages) {
  const html = readFileSync(join(folder, address.slice(home.length), 'index.html'), 'utf8')
  writeFileSync(join(folder, markdown.slice(home.length)), toMarkdown(html, address))
}
