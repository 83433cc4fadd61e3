import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { embedPath } from '@/lib/content/embed-address'
import type { BuiltPage } from '@/lib/content/permalinks'
import { LOCALES, type Locale } from '@/lib/locale'

/** The pages of every language of a built site. @throws where there is no such folder */
export function builtPages(site: string): readonly BuiltPage[] {
  return LOCALES.flatMap((locale) => [...pagesIn(site, locale, locale, ''), ...embeds(site, locale)])
}

/** The same without what others frame. @throws where there is no such folder */
export function pagesToRead(site: string): readonly BuiltPage[] {
  return LOCALES.flatMap((locale) => pagesIn(site, locale, locale, ''))
}

/** The pages in a folder of a site, which in their language have addresses that begin with `prefix`. */
function pagesIn(site: string, folder: string, locale: Locale, prefix: string): readonly BuiltPage[] {
  return readdirSync(join(site, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html'))
    .map((file) => ({
      locale,
      path: file === 'index.html' ? prefix : `${prefix}${dirname(file)}/`,
      html: readFileSync(join(site, folder, file), 'utf8'),
    }))
}

/** What others frame, a demo each: those in the default language have folders of the others among them. */
function embeds(site: string, locale: Locale): readonly BuiltPage[] {
  const all = pagesIn(site, embedPath(locale, ''), locale, 'embed/')
  return all.filter(({ path }) => !LOCALES.some((other) => path.startsWith(`embed/${other}/`)))
}
