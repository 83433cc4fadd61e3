import type { Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import { words } from '@/lib/words/words'
import { Column } from './column'
import { Logo } from './logo'

export function Footer({ locale }: { locale: Locale }) {
  const { footer } = words(locale).site
  return (
    <footer className="mt-24 border-t border-line text-sm leading-[1.6] text-soft print:hidden">
      <Column className="grid gap-x-10 gap-y-4 pt-8 pb-12 sm:grid-cols-[auto_1fr]">
        <p className="text-ink">
          <Logo />
        </p>
        <div className="grid max-w-measure gap-2">
          <p>
            {footer.what}
            {footer.space}
            <a href={`${hostPath(pagePath(locale, 'how-we-know'))}#not-modelled`} className="text-soft">
              {footer.notModelled}
            </a>
          </p>
          <p>{footer.licence}</p>
          <p>{footer.notAffiliated}</p>
        </div>
      </Column>
    </footer>
  )
}
