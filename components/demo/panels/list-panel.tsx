/** @jsxImportSource preact */
import type { LoadLists, PanelProps } from './lists'
import type { ListCode } from './tabs'
import { useFetched } from './use-fetched'

interface Props extends Omit<PanelProps, 'lists'> {
  readonly code: ListCode
  /** Which run of a comparison; null where there is only one. */
  readonly name: string | null
  readonly load: LoadLists
}

/** A list of one run. What it is drawn with is fetched when it is first wanted. */
export function ListPanel({ code, name, load, ...props }: Props) {
  const fetched = useFetched(load)
  const { words } = props.cast
  if (fetched === 'failed') return <p class="p-3 text-sm text-soft">{words.player.listFailed}</p>
  if (fetched === null) return null
  const Content = fetched.PANELS[code]
  return (
    <div class="flex min-h-0 min-w-0 flex-1 flex-col">
      {name !== null && <p class="truncate pt-1 font-mono text-[0.75rem] text-soft">{name}</p>}
      <Content {...props} lists={fetched.lists} />
    </div>
  )
}
