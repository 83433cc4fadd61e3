import type { Tag } from '@/lib/content/tags'
import type { Locale } from '@/lib/locale'
import { hostPath } from '@/lib/site'
import { words } from '@/lib/words/words'
import { FEED_FORMATS, type FeedFormat, feedPath } from './feed'

const FORMATS = Object.keys(FEED_FORMATS) as readonly FeedFormat[]

/** The feeds of a language, or of what is about something. */
export function FeedLinks({ locale, tag }: { readonly locale: Locale; readonly tag: Tag | null }) {
  return (
    <p className="mt-10 flex flex-wrap gap-x-3 text-md text-soft print:hidden">
      {words(locale).site.feeds}
      {FORMATS.map((format) => (
        <a key={format} href={hostPath(feedPath(locale, tag, format))} type={FEED_FORMATS[format].type}>
          {FEED_FORMATS[format].name}
        </a>
      ))}
    </p>
  )
}
