import type { ReactNode } from 'react'

/** A table as wide as the page; where there is no room for it, it scrolls sideways. */
export function GuideTable({ columns, children }: { columns: readonly ReactNode[]; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
    <div className="mt-3 overflow-x-auto" tabIndex={0}>
      <table className="w-full border-collapse text-md leading-normal tabular-nums max-sm:min-w-144">
        <thead>
          <tr>
            {columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table never move
              <th key={index} scope="col" className="border-b border-edge py-[0.45rem] pr-5 align-bottom font-semibold text-soft">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  )
}

/** A cell; one that heads its row says what the others are about. */
export function TableCell({ heads = false, children }: { heads?: boolean; children: ReactNode }) {
  const Tag = heads ? 'th' : 'td'
  return (
    <Tag scope={heads ? 'row' : undefined} className="border-b border-line py-[0.45rem] pr-5 align-top">
      {children}
    </Tag>
  )
}
