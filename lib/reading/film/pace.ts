import type { Film } from './film'

/** A stretch in which play runs slower, µs; `pace`: µs of cluster time that a second of play shows in it. */
export interface Slow {
  readonly from: number
  readonly to: number
  readonly pace: number
}

/** Around a numbered moment play runs at this part of its speed, from so many seconds of play at full speed before it to so many after. */
const PART = 1 / 4
const BEFORE = 0.05
const AFTER = 0.25
/** Messages on a fast network are seen well at this pace, µs a second: no moment takes longer. */
const SLOW_ENOUGH = 20_000
/** An election, and a full copy that erases something, take so many seconds of play. */
const ELECTION_SECONDS = 3
const COPY_SECONDS = 2
/** How much of an election is looked at so closely, µs: by then the votes are there, or none will be. */
const LONGEST_ELECTION = 250_000

/** Where play runs slower at this speed, in no order; where two overlap the slower one counts. */
export function slowIntervals({ moments, elections, holdings }: Film, speed: number): readonly Slow[] {
  const around = moments.map(({ at }): Slow => {
    return { from: at - BEFORE * speed, to: at + AFTER * speed, pace: Math.max(SLOW_ENOUGH, speed * PART) }
  })
  const elected = elections.spans.map(({ from, to }) => lasting(from, Math.min(to, from + LONGEST_ELECTION), ELECTION_SECONDS))
  const erased = holdings.copies.filter(({ erases }) => erases > 0).map(({ from, to }) => lasting(from, to, COPY_SECONDS))
  return [...around, ...elected, ...erased].filter(({ pace }) => pace < speed)
}

function lasting(from: number, to: number, seconds: number): Slow {
  return { from, to, pace: (to - from) / seconds }
}

/** µs of cluster time that a second of play shows at `at`, where it shows `speed` elsewhere. */
export function paceAt(film: Film, at: number, speed: number): number {
  return paceIn(slowIntervals(film, speed), at, speed)
}

/** Where a cursor at `at` stands after so many seconds of play at this speed: films side by side go at the pace of the slowest. */
export function playedOn(films: readonly Film[], at: number, seconds: number, speed: number): number {
  const slow = films.flatMap((film) => slowIntervals(film, speed))
  const turns = slow.flatMap(({ from, to }) => [from, to]).filter((turn) => turn > at)
  let now = at
  let left = seconds
  for (const turn of turns.sort((a, b) => a - b)) {
    const pace = paceIn(slow, now, speed)
    if (now + left * pace < turn) break
    left -= (turn - now) / pace
    now = turn
  }
  return now + left * paceIn(slow, now, speed)
}

function paceIn(slow: readonly Slow[], at: number, speed: number): number {
  return slow.reduce((pace, one) => (one.from <= at && at < one.to ? Math.min(pace, one.pace) : pace), speed)
}
