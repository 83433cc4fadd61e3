import type { Instant, MomentKind, Story } from './kind'
import type { Moment, MomentCode, NumberedMoment } from './moment'
import { MOMENTS } from './moments/moments'

const FEWEST = 3
/** Others than those that matter make a storyboard no longer than this. */
const MOST = 6

const KINDS: Readonly<Record<string, MomentKind<Instant>>> = MOMENTS

/** Every moment of a run, in the order in which they happened. */
export function momentsOf(story: Story): readonly Moment[] {
  const found = Object.entries(KINDS).flatMap(([code, kind]) => kind.find(story).map((told) => ({ code, ...told }) as Moment))
  return found.sort((a, b) => a.at - b.at || a.index - b.index)
}

/**
 * Of each run the moments that are told: all that matter, and of the others as many as make six, but three at least. What is told of one
 * run is told of every run in which it happened.
 */
export function told(boards: readonly (readonly Moment[])[]): readonly (readonly Moment[])[] {
  const keyed = boards.map(keysOf)
  const chosen = new Set(
    keyed.flatMap((board) => {
      const choices = choice(board)
      return [...board].flatMap(([key, moment]) => (choices.has(moment) ? [key] : []))
    }),
  )
  return keyed.map((board) => [...board].flatMap(([key, moment]) => (chosen.has(key) ? [moment] : [])))
}

function choice(board: ReadonlyMap<string, Moment>): ReadonlySet<Moment> {
  const ranked = [...board.values()].sort((a, b) => weightOf(b.code) - weightOf(a.code) || a.at - b.at || a.index - b.index)
  const of = (told: MomentKind<Instant>['told']) => ranked.filter(({ code }) => KINDS[code]?.told === told)
  const chosen = [...of('always')]
  chosen.push(...of('room').slice(0, Math.max(0, MOST - chosen.length)))
  chosen.push(...of('filler').slice(0, Math.max(0, FEWEST - chosen.length)))
  return new Set(chosen)
}

function weightOf(code: MomentCode): number {
  return KINDS[code]?.weight ?? 0
}

/** Numbers the moments of one run from 1. */
export function numbered(moments: readonly Moment[]): readonly NumberedMoment[] {
  return moments.map((moment, index) => ({ ...moment, number: index + 1 }))
}

/**
 * Numbers the moments of several runs so that the same event has the same number in each; a run lacks those it does not have. Numbers
 * grow with time in every run, but where two events follow each other in one order here and in the other there.
 */
export function numberedAlike(boards: readonly (readonly Moment[])[]): readonly (readonly NumberedMoment[])[] {
  const keyed = boards.map(keysOf)
  const order: string[] = []
  for (const board of keyed) {
    let place = 0
    for (const key of board.keys()) {
      if (!order.includes(key)) order.splice(place, 0, key)
      place = order.indexOf(key) + 1
    }
  }
  return keyed.map((board) => [...board].map(([key, moment]) => ({ ...moment, number: order.indexOf(key) + 1 })))
}

/** Each moment under what makes it the same in another run: its kind, whom it is about, and how many there were before it. */
function keysOf(moments: readonly Moment[]): ReadonlyMap<string, Moment> {
  const times = new Map<string, number>()
  return new Map(
    moments.map((moment) => {
      const kind = `${moment.code} ${subjectOf(moment)}`
      const time = times.get(kind) ?? 0
      times.set(kind, time + 1)
      return [`${kind} ${time}`, moment]
    }),
  )
}

/** Whom a moment is about, under whichever name its record has it. */
function subjectOf(moment: Moment): string {
  if ('host' in moment) return moment.host
  if ('server' in moment && moment.code !== 'refused') return moment.server ?? ''
  if ('client' in moment) return moment.client
  return 'on' in moment ? moment.on : ''
}
