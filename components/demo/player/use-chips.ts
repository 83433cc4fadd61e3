import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Film } from '@/lib/reading/film/film'
import type { Player } from './use-player'

/** From this width on a demo stands beside its prose; the pages have the same number. */
const SIDE_BY_SIDE = '(min-width: 68.75rem)'

/** Lets the chips of a page lead to their moments of a demo, and marks those of the moment at which it stands; obeys the page's scrolling. */
export function useChips(root: RefObject<HTMLElement>, id: string, built: readonly Film[], player: Player): void {
  const latest = useRef(player)
  latest.current = player
  const { films, at, moved } = player.state

  useEffect(() => {
    const chips = [...document.querySelectorAll<HTMLElement>(`a[data-demo="${CSS.escape(id)}"]`)]
    const times = chips.map((chip) => timeOf(chip, built, films))
    const here = moved ? Math.max(...[...times, ...player.stops].filter((time) => time !== null && time <= at).map(Number)) : null
    chips.forEach((chip, index) => {
      if (here !== null && times[index] === here) chip.setAttribute('aria-current', 'step')
      else chip.removeAttribute('aria-current')
    })
  }, [id, built, films, at, moved, player.stops])

  useEffect(() => {
    const figure = root.current
    if (figure === null) return
    const onClick = (event: MouseEvent): void => {
      const chip = event.target instanceof Element ? event.target.closest<HTMLElement>(`a[data-demo="${CSS.escape(id)}"]`) : null
      if (chip === null || event.ctrlKey || event.metaKey || event.shiftKey) return
      const time = timeOf(chip, built, latest.current.state.films)
      if (time === null) return
      latest.current.seek(time)
      if (isInView(figure)) event.preventDefault()
    }
    const onMoment = (event: Event): void => {
      const at: unknown = event instanceof CustomEvent ? event.detail?.at : undefined
      if (typeof at === 'number') latest.current.visit(at)
    }
    document.addEventListener('click', onClick)
    figure.addEventListener('lost-writes:moment', onMoment)
    return () => {
      document.removeEventListener('click', onClick)
      figure.removeEventListener('lost-writes:moment', onMoment)
    }
  }, [root, id, built])
}

/** The instant that a chip means: as the page was built, and under other settings that of the same moment; null where it no longer happens. */
function timeOf({ dataset }: HTMLElement, built: readonly Film[], films: readonly Film[]): number | null {
  const { at, moment } = dataset
  if (films === built || moment === undefined) return Number(at)
  return films.at(-1)?.found.find(({ code }) => code === moment)?.at ?? null
}

function isInView(figure: HTMLElement): boolean {
  const { top, bottom } = figure.getBoundingClientRect()
  const middle = window.innerHeight / 2
  return matchMedia(SIDE_BY_SIDE).matches && top < middle && bottom > middle
}
