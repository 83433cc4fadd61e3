import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOCALES } from '@/lib/locale'
import type { Source } from './rules/source'

/** The sources of all articles in every language. */
export function readArticles(): readonly Source[] {
  const content = join(process.cwd(), 'content')
  return LOCALES.flatMap((locale) =>
    readdirSync(join(content, locale))
      .filter((file) => file.endsWith('.mdx'))
      .map((file) => ({ path: `${locale}/${file}`, text: readFileSync(join(content, locale, file), 'utf8') })),
  )
}
