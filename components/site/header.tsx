import type { Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import { words } from '@/lib/words/words'
import { LanguageSwitch } from './language-switch'
import { Logo } from './logo'
import { ThemeToggle } from './theme-toggle'

/** `slug`: of the page it stands on, for the link to the same page in another language. */
export function Header({ locale, slug }: { locale: Locale; slug?: string }) {
  const { site } = words(locale)
  return (
    <header className="site-header">
      <a href="#text" className="skip-link">
        {site.skipLink}
      </a>
      <div className="page flex items-center gap-x-7 py-3 max-sm:gap-x-5 max-sm:py-2">
        <a href={hostPath(pagePath(locale))} className="text-ink no-underline" aria-label={site.home}>
          <Logo />
        </a>
        <nav aria-label={site.mainNavigation} className="flex gap-x-6">
          <a href={`${hostPath(pagePath(locale))}#articles`} className="quiet-link max-sm:hidden">
            {site.articles}
          </a>
          <a href={hostPath(pagePath(locale, 'how-we-know'))} className="quiet-link">
            {site.howWeKnow}
          </a>
        </nav>
        <div className="ml-auto flex items-center gap-x-4">
          <LanguageSwitch locale={locale} slug={slug} />
          <ThemeToggle labels={site.theme} />
        </div>
      </div>
    </header>
  )
}
