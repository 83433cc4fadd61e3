import Link from 'next/link'
import type { Locale } from '@/lib/locale'
import { pagePath } from '@/lib/site'
import { words } from '@/lib/words/words'
import { LanguageSwitch } from './language-switch'
import { Logo } from './logo'
import { ThemeToggle } from './theme-toggle'

export function Header({ locale }: { locale: Locale }) {
  const { site } = words(locale)
  return (
    <header className="site-header">
      <a href="#text" className="skip-link">
        {site.skipLink}
      </a>
      <div className="page flex items-center gap-x-7 py-3 max-sm:gap-x-5 max-sm:py-2">
        <Link href={pagePath(locale)} prefetch={false} className="text-ink no-underline" aria-label={site.home}>
          <Logo />
        </Link>
        <nav aria-label={site.mainNavigation} className="flex gap-x-6">
          <Link href={`${pagePath(locale)}#articles`} prefetch={false} className="quiet-link max-sm:hidden">
            {site.articles}
          </Link>
          <Link href={pagePath(locale, 'how-we-know')} prefetch={false} className="quiet-link">
            {site.howWeKnow}
          </Link>
        </nav>
        <div className="ml-auto flex items-center gap-x-4">
          <LanguageSwitch locale={locale} />
          <ThemeToggle labels={site.theme} />
        </div>
      </div>
    </header>
  )
}
