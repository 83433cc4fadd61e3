/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Lists, LoadLists, PanelCode, PanelProps } from './lists'
import { useFetched } from './use-fetched'

interface Props extends Omit<PanelProps, 'lists'> {
  /** Which run of a comparison; null where there is only one. */
  readonly name: string | null
  readonly load: LoadLists
}

/** The lists of one run, closed until someone asks: what is closed is neither fetched nor made. */
export function Panels(props: Props) {
  const { cast, film, log, traffic } = props
  const counts: Readonly<Partial<Record<PanelCode, number>>> = {
    ledger: film.verdict.attempted,
    log: (traffic ? log.all : log.notable).length,
  }
  const codes = Object.keys(cast.words.panels) as readonly PanelCode[]
  return (
    <div class="demo-panels demo-live">
      {codes.map((code) => (
        <Panel key={code} {...props} code={code} count={counts[code] ?? null} />
      ))}
    </div>
  )
}

interface PanelBoxProps extends Props {
  readonly code: PanelCode
  /** How much is in it; null where nobody counts. */
  readonly count: number | null
}

function Panel({ code, count, name, load, ...props }: PanelBoxProps) {
  const { words } = props.cast
  const [open, setOpen] = useState(false)
  const fetched = useFetched(open, load)
  const { title } = words.panels[code]
  const draw = ({ lists, PANELS }: Lists) => {
    const Content = PANELS[code]
    return <Content {...props} lists={lists} />
  }
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {name === null ? title : `${name} · ${title}`} {count !== null && <b>{words.number(count)}</b>}
      </summary>
      {open && fetched === 'failed' && <p class="demo-window demo-none">{words.player.listFailed}</p>}
      {open && fetched !== 'failed' && fetched !== null && draw(fetched)}
    </details>
  )
}
