import { ForwardScript } from '@/components/site/forward-script'
import { Lead, RedirectPage } from '@/components/site/redirect-page'
import { type Moved, today } from '@/lib/content/moved'
import { type ShortLinks, shortPath } from '@/lib/content/short-links'
import { DEFAULT_LOCALE, LOCALES } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { partsOf, stylesOf, type TitleAt, wayUp, writePage } from './page-file'

/** Writes a page for each short link into a built site: it leads on in the reader's language, and without scripts offers all. */
export function writeShortLinks(site: string, shortLinks: ShortLinks, moved: Moved, titleAt: TitleAt): void {
  const styles = stylesOf(site)
  for (const [id, address] of Object.entries(shortLinks)) {
    const path = shortPath(id)
    const up = wayUp(path)
    const to = today(address, moved)
    const { page, place } = partsOf(to)
    writePage(
      site,
      path,
      <RedirectPage
        {...{ page, place, styles }}
        locale={DEFAULT_LOCALE}
        title={titleAt(DEFAULT_LOCALE, to)}
        script={<ForwardScript {...{ up, page, place }} />}
      >
        {LOCALES.map((locale, index) => (
          <Lead
            key={locale}
            as={index === 0 ? 'h1' : 'h2'}
            locale={locale}
            title={titleAt(locale, to)}
            link={words(locale).site.readHere}
            href={`${up}${locale}/${page}${place}`}
          />
        ))}
      </RedirectPage>,
    )
  }
}
