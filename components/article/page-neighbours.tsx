import type { Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import { words } from '@/lib/words/words'

interface Neighbour {
  readonly slug: string
  readonly title: string
}

interface Props {
  readonly locale: Locale
  /** Of what there are more. */
  readonly label: string
  readonly previous?: Neighbour
  readonly next?: Neighbour
}

/** On from one page of a row to those beside it. */
export function PageNeighbours({ locale, label, previous, next }: Props) {
  const { site } = words(locale)
  return (
    <nav className="neighbours" aria-label={label}>
      {previous && (
        <a href={hostPath(pagePath(locale, previous.slug))} rel="prev">
          <span>← {site.previous}</span>
          {previous.title}
        </a>
      )}
      {next && (
        <a href={hostPath(pagePath(locale, next.slug))} rel="next" className="neighbour-next">
          <span>{site.next} →</span>
          {next.title}
        </a>
      )}
    </nav>
  )
}
