import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BuiltPage } from '@/lib/content/permalinks'
import { LOCALES } from '@/lib/locale'

/** The pages of every language of a built site. @throws where there is no such folder */
export function builtPages(site: string): readonly BuiltPage[] {
  return LOCALES.flatMap((locale) =>
    readdirSync(join(site, locale), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('index.html'))
      .map((file) => ({
        locale,
        path: file === 'index.html' ? '' : `${dirname(file)}/`,
        html: readFileSync(join(site, locale, file), 'utf8'),
      })),
  )
}
