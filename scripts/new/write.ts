import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOCALES, type Locale } from '@/lib/locale'
import { BadInput } from '../../lib/terminal/failure.mjs'
import type { Request } from './arguments'

/**
 * Writes an article in every language, behind the last of its group. `content`: the folder of the articles; `pages`: where the routes
 * of a language stand, whose names no article can have; `today`: `2026-11-27`. Returns the paths.
 *
 * @throws {BadInput} there is a page of that name; nothing has been written then
 */
export function writeArticle({ slug, group }: Request, content: string, pages: string, today: string): readonly string[] {
  if (existsSync(join(pages, slug))) throw new BadInput(`${slug}: the site has a page of that name`)
  const paths = LOCALES.map((locale) => join(content, locale, `${slug}.mdx`))
  const taken = paths.find((path) => existsSync(path))
  if (taken !== undefined) throw new BadInput(`${taken}: is there already`)
  const marks = { slug, group, today, order: String(nextOrder(join(content, LOCALES[0]))) }
  for (const [index, locale] of LOCALES.entries())
    writeFileSync(paths[index] ?? '', filled(template(locale), marks), { flag: 'wx' })
  return paths
}

function template(locale: Locale): string {
  return readFileSync(join(import.meta.dirname, `${locale}.mdx`), 'utf8')
}

function filled(text: string, marks: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => marks[name] ?? '')
}

/** One more than the highest of all articles: it is the highest of its group, too. */
function nextOrder(folder: string): number {
  const orders = readdirSync(folder).map((file) =>
    Number(/^order: (\d+)$/m.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? 0),
  )
  return Math.max(0, ...orders) + 1
}
