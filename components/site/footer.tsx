import { LINK_PAGE } from '@/lib/content/addresses'
import type { Locale } from '@/lib/locale'
import { release } from '@/lib/release'
import { absolute, hostPath, pagePath, site } from '@/lib/site'
import { words } from '@/lib/words/words'
import { Column } from './column'
import { Logo } from './logo'

interface Props {
  readonly locale: Locale
  /** The page's own, the same in every language; none at home. */
  readonly slug?: string
}

/** Ends every page; on paper with what it takes to cite it: its address, and from which commit it was built. */
export function Footer({ locale, slug }: Props) {
  const { linkPage, site: said } = words(locale)
  const { footer } = said
  return (
    <footer className="mt-24 border-t border-line text-sm leading-[1.6] text-soft print:mt-6 print:break-inside-avoid">
      <Column className="grid gap-x-10 gap-y-4 pt-8 pb-12 sm:grid-cols-[auto_1fr] print:block print:py-3">
        <p className="text-ink print:hidden">
          <Logo />
        </p>
        <div className="grid max-w-measure gap-2">
          <p className="hidden print:block">{absolute(pagePath(locale, slug))}</p>
          <p className="print:hidden">
            {footer.what}
            {footer.space}
            <a href={`${hostPath(pagePath(locale, 'how-we-know'))}#not-modelled`} className="text-soft">
              {footer.notModelled}
            </a>
            {' · '}
            <a href={hostPath(pagePath(locale, LINK_PAGE))} className="text-soft">
              {linkPage.title}
            </a>
          </p>
          <p>
            {footer.licence}
            {footer.space}
            {footer.notAffiliated}
          </p>
          <p className="tabular-nums">
            {site.name} {release}
          </p>
        </div>
      </Column>
    </footer>
  )
}
