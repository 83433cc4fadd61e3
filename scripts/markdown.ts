// Writes each page of a built site a second time, as Markdown beside it: `index.md`. A stage of `npm run build`; takes the site's folder.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { absolute, pagePath } from '@/lib/site'
import { toMarkdown } from './markdown/to-markdown'
import { builtPages } from './permalinks/built-pages'

const [folder = 'out'] = process.argv.slice(2)
for (const { locale, path, html } of builtPages(folder)) {
  const address = absolute(pagePath(locale)) + path
  writeFileSync(join(folder, locale, path, 'index.md'), toMarkdown(html, address))
}
