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

const WAY =
  'grid gap-[0.15rem] rounded-xl border border-line px-5 py-4 leading-[1.4] font-semibold text-ink no-underline hover:border-edge'

/** On from one page of a row to those beside it. */
export function PageNeighbours({ locale, label, previous, next }: Props) {
  const { site } = words(locale)
  return (
    <nav className="mt-20 grid gap-4 sm:grid-cols-2 print:hidden" aria-label={label} data-neighbours="">
      {previous && (
        <a href={hostPath(pagePath(locale, previous.slug))} rel="prev" className={WAY}>
          <span className="text-sm font-normal text-soft">← {site.previous}</span>
          {previous.title}
        </a>
      )}
      {next && (
        <a href={hostPath(pagePath(locale, next.slug))} rel="next" className={`${WAY} text-end sm:col-start-2`}>
          <span className="text-sm font-normal text-soft">{site.next} →</span>
          {next.title}
        </a>
      )}
    </nav>
  )
}
