import type { ReactNode } from 'react'

type Children = { children?: ReactNode }
/** GFM marks a column's alignment as an inline style, which the page's policy forbids. */
type CellProps = Children & { style?: { textAlign?: string } }

/** A shadow at the side where there is more of the table than the frame shows. */
const EDGES = [
  'bg-scroll-edges bg-no-repeat [background-attachment:local,local,scroll,scroll]',
  'bg-size-[2.5rem_100%,2.5rem_100%,0.6rem_100%,0.6rem_100%] bg-position-[0_0,100%_0]',
].join(' ')

/** Four columns or more need room. Chinese takes less and breaks anywhere: on a phone its tables need no scrolling. */
const TABLE = [
  'min-w-3/5 border-collapse text-md leading-normal tabular-nums has-[th:nth-child(4)]:min-w-144',
  'max-sm:zh:has-[th:nth-child(4)]:w-full max-sm:zh:has-[th:nth-child(4)]:min-w-0',
  'max-sm:zh:has-[th:nth-child(4)]:table-fixed max-sm:zh:has-[th:nth-child(4)]:text-sm',
  // In a column there is less, but enough for short words.
  'wide:has-[th:nth-child(4)]:min-w-0 wide:in-data-scene:has-[th:nth-child(4)]:text-sm',
].join(' ')

const CELL =
  'border-b py-[0.45rem] pr-5 align-top max-sm:zh:pr-3 max-sm:zh:last:pr-0 max-sm:zh:wrap-anywhere wide:in-data-scene:pr-3'
const BODY = `${CELL} border-line`
const HEAD = `${CELL} border-edge font-semibold text-soft`
/** The second of four, unless it is said of another: what happened takes the most words. */
const SECOND = 'max-sm:zh:[&:nth-child(2):has(+th+th:last-child)]:w-[32%]'
const WORDY = 'max-sm:zh:w-2/5'

/** A table of an article; where it is wider than its frame, it scrolls sideways. */
export function Table({ children }: Children) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
    <div className={`overflow-x-auto has-[th:nth-child(4)]:max-w-208 ${EDGES}`} tabIndex={0}>
      <table className={TABLE}>{children}</table>
    </div>
  )
}

/** A cell of the first row. A corner without a word heads nothing. `wordy`: whether its column takes the most words of all. */
export function HeadCell({ style, wordy, children }: CellProps & { wordy?: boolean }) {
  const width = wordy === undefined ? SECOND : wordy ? WORDY : ''
  return children ? <th className={`${HEAD} ${width} ${alignment(style)}`}>{children}</th> : <td className={HEAD} />
}

/** A cell of any other row. */
export function Cell({ style, children }: CellProps) {
  return <td className={`${BODY} ${alignment(style)}`}>{children}</td>
}

function alignment(style: CellProps['style']): string {
  return style?.textAlign === 'right' ? 'text-right' : style?.textAlign === 'center' ? 'text-center' : ''
}
