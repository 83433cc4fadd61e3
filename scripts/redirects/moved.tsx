import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Lead, RedirectPage } from '@/components/site/redirect-page'
import { aliasesIn, type Moved, movedPages } from '@/lib/content/moved'
import { LOCALES, type Locale } from '@/lib/locale'
import { pagePath } from '@/lib/site'
import { words } from '@/lib/words/words'
import { BadInput } from '../../lib/terminal/failure.mjs'
import { withAlias } from './alias'
import { partsOf, stylesOf, type TitleAt, wayUp, writePage } from './page-file'

/** Leaves a page behind wherever one has moved, and ids where places have got new ones, in a built site. @throws {BadInput} where nothing is at a new address */
export function writeMoved(site: string, moved: Moved, titleAt: TitleAt): void {
  const styles = stylesOf(site)
  for (const locale of LOCALES) {
    for (const [from, to] of movedPages(moved)) writeRedirect(site, { locale, from, to, title: titleAt(locale, to), styles })
    for (const { page, id, former } of aliasesIn(moved)) {
      const file = join(site, locale, page, 'index.html')
      if (!existsSync(file)) throw nothingAt(`${locale}/${page}`)
      const html = withAlias(readFileSync(file, 'utf8'), id, former)
      if (html === null) throw nothingAt(`${locale}/${page}#${id}`)
      writeFileSync(file, html)
    }
  }
}

function writeRedirect(
  site: string,
  redirect: { locale: Locale; from: string; to: string; title: string; styles: readonly string[] },
): void {
  const { locale, from, to, title, styles } = redirect
  const path = pagePath(locale, from.replace(/\/$/, ''))
  const { page, place } = partsOf(to)
  if (!existsSync(join(site, locale, page, 'index.html'))) throw nothingAt(`${locale}/${page}`)
  if (existsSync(join(site, path, 'index.html'))) {
    throw new BadInput(`content/moved.json: ${JSON.stringify(from)}: expected an address that no page has any more`)
  }
  const href = `${wayUp(path)}${locale}/${page}`
  const { moved } = words(locale).site
  // What the old address carries goes along; what is after the path does not travel with a refresh.
  const script = `location.replace("${href}"+location.search+(location.hash||"${place}"))`
  writePage(
    site,
    path,
    <RedirectPage
      {...{ locale, title, page, place, styles }}
      refresh={`${href}${place}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: of addresses that were checked, hashed into the page's policy
      script={<script data-own="" dangerouslySetInnerHTML={{ __html: script }} />}
    >
      <Lead as="h1" locale={locale} title={moved.title} text={moved.text} link={moved.link} href={`${href}${place}`} />
    </RedirectPage>,
  )
}

function nothingAt(address: string): BadInput {
  return new BadInput(`content/moved.json: expected something at ${address}, to which an old address leads, got nothing`)
}
