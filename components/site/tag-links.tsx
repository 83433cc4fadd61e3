import { TAGS, tagSlug } from '@/lib/content/tags'
import type { Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import { words } from '@/lib/words/words'

/** The ways to what the articles are about, across their groups. */
export function TagLinks({ locale }: { readonly locale: Locale }) {
  const { tags, bySubject } = words(locale).site
  return (
    <p className="mt-3 flex max-w-measure flex-wrap gap-x-4 text-md text-soft print:hidden">
      {bySubject}
      {TAGS.map((tag) => (
        <a key={tag} href={hostPath(pagePath(locale, tagSlug(tag)))}>
          {tags[tag]}
        </a>
      ))}
    </p>
  )
}
