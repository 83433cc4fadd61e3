/** @jsxImportSource preact */
import type { DemoWords } from '../cast'
import type { Player } from './use-player'

/** The write that the reader follows, and the way to let go of it. */
export function Followed({ words, player }: { words: DemoWords; player: Player }) {
  const { films, followed } = player.state
  const key = followed === null ? undefined : films[0]?.verdict.writes.find(({ write }) => write === followed)?.key
  if (key === undefined) return null
  return (
    <p
      class="absolute top-1 left-0 z-1 flex items-center rounded-full bg-accent/12 pl-2.5 text-[0.75rem] leading-6 font-medium text-accent plain:hidden"
      data-part="followed"
    >
      {words.player.following(key)}
      <button type="button" class="px-2 font-semibold" aria-label={words.player.letGo(key)} onClick={player.letGo}>
        ×
      </button>
    </p>
  )
}
