import type { Heading } from '@/lib/content/heading'

/**
 * On a phone the row scrolls sideways, past the edge, rather than push the figure down. A margin that is wide enough holds the contents,
 * in view all along.
 */
const NAV = [
  'mt-6 mb-9 max-w-[47rem] text-sm leading-[1.45] print:hidden',
  'max-sm:-mx-5 max-sm:overflow-x-auto max-sm:px-5 max-sm:[scrollbar-width:none]',
  'broad:fixed broad:top-20 broad:right-[calc(50%+var(--page)/2+2rem)] broad:m-0 broad:max-h-[calc(100vh-7rem)] broad:overflow-y-auto',
  'broad:w-[min(14rem,50%-var(--page)/2-3.5rem)]',
].join(' ')

const ROW = 'flex flex-wrap gap-x-5 gap-y-[0.35rem] max-sm:flex-nowrap max-sm:whitespace-nowrap broad:block'

const LINK = [
  'block py-[0.15rem] text-soft decoration-edge hover:text-ink aria-[current]:text-ink',
  'border-line aria-[current]:border-accent broad:border-l-2 broad:py-[0.3rem] broad:pl-3 broad:no-underline',
].join(' ')

/** The table of contents, a quiet row of links under the answer; a script marks the section being read. */
export function Contents({ label, headings }: { label: string; headings: Pick<Heading, 'id' | 'text'>[] }) {
  return (
    <nav className={NAV} aria-label={label} data-contents="">
      <p className="mb-2 hidden font-strong text-ink broad:block" aria-hidden="true">
        {label}
      </p>
      <ol className={ROW}>
        {headings.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`} className={LINK} suppressHydrationWarning>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
