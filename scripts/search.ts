// Writes what the pages of each language hold for a search, beside them: a stage of `npm run build`, which names the folder of the site.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOCALES } from '@/lib/locale'
import { searchData } from '@/lib/search/collect'
import { SEARCH_FILE } from '@/lib/search/data'
import { pagesToRead } from './permalinks/built-pages'

const [site = 'out'] = process.argv.slice(2)
const pages = pagesToRead(site)
for (const locale of LOCALES) writeFileSync(join(site, locale, SEARCH_FILE), JSON.stringify(searchData(locale, pages)))
