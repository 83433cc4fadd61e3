import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Film } from '@/lib/reading/film/film'
import type { Player } from './use-player'

/** Lets the chips of a page lead to their moments of a demo, and marks those of the moment at which it stands; obeys the page's scrolling. */
export function useChips(root: RefObject<HTMLElement>, id: string, built: readonly Film[], player: Player): void {
  const latest = useRef(player)
  latest.current = player
  const { films, at, moved } = player.state
  const selector = `a[data-demo="${id}"]`

  useEffect(() => {
    const chips = [...document.querySelectorAll<HTMLElement>(selector)]
    const times = chips.map((chip) => timeOf(chip, built, films))
    const passed = [...times, ...player.stops].filter((time) => time !== null && time <= at)
    const here = moved ? Math.max(...passed.map(Number)) : -1
    for (const [index, chip] of chips.entries()) {
      if (times[index] === here) chip.setAttribute('aria-current', 'step')
      else chip.removeAttribute('aria-current')
    }
  }, [selector, built, films, at, moved, player.stops])

  // Before anything else can ask: what was pressed while the demo was asleep is pressed again as soon as it is alive. A demo lives as
  // long as its page.
  useLayoutEffect(() => {
    document.addEventListener('click', ({ target }) => {
      const chip = target instanceof Element ? target.closest<HTMLElement>(selector) : null
      const time = chip && timeOf(chip, built, latest.current.state.films)
      if (time !== null) latest.current.seek(time)
    })
    root.current?.addEventListener('lost-writes:moment', (event) => {
      if (event instanceof CustomEvent) latest.current.visit(Number(event.detail.at))
    })
  }, [root, selector, built])
}

/** The instant that a chip means: as the page was built, and under other settings that of the same moment; null where it no longer happens. */
function timeOf({ dataset }: HTMLElement, built: readonly Film[], films: readonly Film[]): number | null {
  const { at, moment } = dataset
  if (films === built || moment === undefined) return Number(at)
  return films.at(-1)?.found.find(({ code }) => code === moment)?.at ?? null
}
