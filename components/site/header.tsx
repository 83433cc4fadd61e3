import type { Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import { words } from '@/lib/words/words'
import { Column } from './column'
import { LanguageSwitch } from './language-switch'
import { Logo } from './logo'
import { SearchButton } from './search-button'
import { SiteLinks } from './site-links'
import { ThemeToggle } from './theme-toggle'

/** Stays in view, so that theme and language can be changed without losing the place; where the window is low, it would take too much of it. */
const BAR =
  'sticky top-0 z-20 border-b border-transparent bg-bg text-[0.90625rem] text-soft [@media(max-height:30rem)]:static wide:[@media(max-height:48rem)]:static print:hidden'

/** Its lower edge shows once something has gone behind it. */
const EDGE =
  'supports-[animation-timeline:scroll()]:animate-header-edge supports-[animation-timeline:scroll()]:[animation-range:0_3rem] supports-[animation-timeline:scroll()]:[animation-timeline:scroll()]'

const NARROW = '-mx-5 flex gap-x-3 overflow-x-auto px-5 whitespace-nowrap [scrollbar-width:none] print:hidden'

/** `slug`: of the page it stands on, for the link to the same page in another language. */
export function Header({ locale, slug }: { locale: Locale; slug?: string }) {
  const { site } = words(locale)
  return (
    <>
      <header className={`${BAR} ${EDGE}`}>
        <a href="#text" className="absolute -top-16 left-4 z-10 rounded-lg bg-ink px-4 py-2 text-bg focus:top-4">
          {site.skipLink}
        </a>
        <Column className="flex items-center gap-x-7 py-3 max-sm:gap-x-5 max-sm:py-2">
          <a href={hostPath(pagePath(locale))} className="text-ink no-underline" aria-label={site.toHome}>
            <Logo />
          </a>
          <SiteLinks locale={locale} className="flex gap-x-6 max-md:hidden" />
          <div className="ml-auto flex items-center gap-x-4" aria-live="polite">
            <LanguageSwitch locale={locale} slug={slug} />
            <SearchButton {...site.search} />
            <ThemeToggle labels={site.theme} />
          </div>
        </Column>
      </header>
      {/* A narrow window has no room for the links in the bar that stays; they scroll away under it, sideways where they are too many. */}
      <Column className="text-sm md:hidden">
        <SiteLinks locale={locale} className={NARROW} />
      </Column>
    </>
  )
}
