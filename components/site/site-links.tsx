import { FAQ, GLOSSARY, SYMPTOMS_PAGE } from '@/lib/content/addresses'
import type { Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import { words } from '@/lib/words/words'
import { QuietLink } from './quiet-link'

/** The ways into the site, the same on every page. */
export function SiteLinks({ locale, className }: { locale: Locale; className: string }) {
  const { site, glossary, symptoms } = words(locale)
  return (
    <nav aria-label={site.mainNavigation} className={className}>
      <QuietLink href={`${hostPath(pagePath(locale))}#articles`}>{site.articles}</QuietLink>
      <QuietLink href={hostPath(pagePath(locale, SYMPTOMS_PAGE))}>{symptoms.title}</QuietLink>
      <QuietLink href={hostPath(pagePath(locale, FAQ))}>{site.faq}</QuietLink>
      <QuietLink href={hostPath(pagePath(locale, GLOSSARY))}>{glossary.title}</QuietLink>
      <QuietLink href={hostPath(pagePath(locale, 'how-we-know'))}>{site.howWeKnow}</QuietLink>
    </nav>
  )
}
