import { isTag, TAGS } from '@/lib/content/tags'
import { isLocale, LOCALES } from '@/lib/locale'
import { type FeedFormat, feedResponse } from './feed'

interface Context {
  readonly params: Promise<{ readonly locale: string; readonly tag?: string }>
}

/** Where there are feeds of all articles. */
export const feedParams = () => LOCALES.map((locale) => ({ locale }))

/** Where there are feeds of the articles about something. */
export const tagFeedParams = () => LOCALES.flatMap((locale) => TAGS.map((tag) => ({ locale, tag })))

/** Answers with the feed of an address. */
export function feedIn(format: FeedFormat) {
  return async (_request: Request, { params }: Context): Promise<Response> => {
    const { locale, tag } = await params
    if (!isLocale(locale) || (tag !== undefined && !isTag(tag))) return new Response(null, { status: 404 })
    return feedResponse(locale, tag ?? null, format)
  }
}
