import { splitHeadingId } from '@/lib/content/heading'

/** The section of an article's source whose demo is the first to show the scenario; null when none does. */
export function sectionOfDemo(source: string, name: string): string | null {
  const shows = new RegExp(`<(?:Demo|Compare)\\b[^>]*\\b(?:scenario|without|with)="${name}"`)
  let section = ''
  for (const line of source.split('\n')) {
    if (/^##/.test(line)) section = splitHeadingId(line).id ?? section
    if (shows.test(line)) return section
  }
  return null
}
