/** @jsxImportSource preact */
import type { DemoWords } from './cast'
import { seedOf } from './player/player-state'
import type { Player } from './player/use-player'

interface Props {
  /** Of the demo. */
  readonly id: string
  readonly words: DemoWords
  readonly title: string
  readonly player: Player
}

const QUIET = 'rounded-sm underline decoration-line underline-offset-3 hover:text-ink hover:decoration-edge plain:hidden'

/** What a demo is of, on which seed, and the ways to another seed and back to how it was built. */
export function Head({ id, words, title, player }: Props) {
  const { films, sameOutcome } = player.state
  return (
    <figcaption class="flex flex-wrap items-baseline gap-x-3 text-[0.75rem] leading-5 text-soft" data-part="head">
      <b class="mr-auto font-semibold text-ink">{title}</b>
      <span>{words.player.seed(seedOf(films), sameOutcome)}</span>
      <button type="button" class={QUIET} onClick={player.otherSeed}>
        {words.player.otherSeed}
      </button>
      <button type="button" class={QUIET} onClick={player.reset}>
        {words.player.reset}
      </button>
      <a class={QUIET} href={`#${id}`} data-link="">
        {words.player.link}
      </a>
    </figcaption>
  )
}
