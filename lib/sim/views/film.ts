import type { Run } from '../journal'
import { judge, type Verdict } from '../verdict/verdict'
import { type Counts, type ShownFate, type Strip, type Strips, stripsOf, totals } from './fate-strip'
import { type Dot, type Flights, flightsOf } from './flights'
import { type Frame, type Frames, framesOf } from './frame'
import { type Headline, headlineOf } from './headline'
import { type Lanes, lanesView } from './lanes'
import type { Moment } from './moment'
import { type StageLayout, stageLayout } from './stage-layout'
import { type StageLink, stageLinks } from './stage-links'
import { storyboard } from './storyboard'

/** A run with everything that is drawn of it, folded once. */
export interface Film {
  readonly run: Run
  readonly verdict: Verdict
  readonly headline: Headline
  readonly lanes: Lanes
  readonly moments: readonly Moment[]
  readonly strips: Strips
  readonly frames: Frames
  readonly flights: Flights
  readonly layout: StageLayout
  /** Where a demo at rest stands, µs. */
  readonly decisive: number
}

/** A message on its way with the fate of its write. */
export interface FatedDot extends Dot {
  readonly fate: ShownFate
}

/** A client's latest answer, as it is drawn beside it. */
export interface Answer {
  readonly error: string | null
  readonly fate: ShownFate
}

/** Everything that is drawn at one position of the cursor. Plain data: it can be drawn anywhere, and sent as such. */
export interface Picture {
  readonly at: number
  readonly headline: Headline
  readonly lanes: Lanes
  readonly moments: readonly Moment[]
  readonly strip: Strip
  /** Of all writes at the end, or of those sent until the cursor as they were known then. */
  readonly totals: Counts
  readonly finalTotals: Counts
  readonly layout: StageLayout
  readonly frame: Frame
  readonly links: readonly StageLink[]
  readonly dots: readonly FatedDot[]
  readonly answers: Readonly<Record<string, Answer>>
}

/** How a picture is taken. `known`: the strip shows what was known at the cursor, not how it ended. */
export interface Exposure {
  readonly shownFor: number
  readonly known: boolean
}

/** How long after two primaries have appeared everyone who can know it knows it, µs. */
const SETTLED = 2_000_000

/** The instant at which the figure at rest stands: two primaries if there are, else the event that cost the most. */
function decisiveInstant(lanes: Lanes, verdict: Verdict, strips: Strips, moments: readonly Moment[]): number {
  const overlap = [...lanes.overlaps].sort((a, b) => b.to - b.from - (a.to - a.from))[0]
  if (overlap) return overlap.from + Math.min(SETTLED, Math.floor((overlap.to - overlap.from) / 2))
  const costs = new Map<number, number>()
  verdict.writes.forEach((_, index) => {
    const at = strips.lostAt[index] ?? null
    if (at !== null) costs.set(at, (costs.get(at) ?? 0) + 1)
  })
  const worst = [...costs].sort((a, b) => b[1] - a[1])[0]
  if (worst) return worst[0]
  const turning = (['gate-closed', 'reply', 'not-elected', 'promoted', 'wait-short'] as const)
    .map((code) => moments.findLast((moment) => moment.code === code))
    .find((moment) => moment !== undefined)
  return (turning ?? moments[0])?.at ?? 0
}

/** Folds a run into everything that a demo draws. */
export function filmOf(run: Run, verdict: Verdict = judge(run)): Film {
  const lanes = lanesView(run)
  const frames = framesOf(run)
  const moments = storyboard(run, verdict, lanes, frames)
  const strips = stripsOf(verdict, lanes.end, (index) => run.events[index]?.at ?? lanes.end)
  return {
    run,
    verdict,
    headline: headlineOf(run, verdict, lanes),
    lanes,
    moments,
    strips,
    frames,
    flights: flightsOf(run),
    layout: stageLayout(run.scenario),
    decisive: decisiveInstant(lanes, verdict, strips, moments),
  }
}

/** The fate of a write as the stage shows it: how it ends or, where only what is `known` at `at` is shown, that it may still be lost. */
function stageFate(film: Film, write: number, at: number, known: boolean): ShownFate {
  const fate = film.verdict.writes[write]?.fate ?? 'unanswered'
  return known && fate === 'lost' && at < (film.strips.lostAt[write] ?? at) ? 'risk' : fate
}

function answersIn(film: Film, frame: Frame, known: boolean): Record<string, Answer> {
  const answers: Record<string, Answer> = {}
  for (const [client, { answered, error }] of Object.entries(frame.clients)) {
    if (answered !== null) answers[client] = { error, fate: stageFate(film, answered, frame.at, known) }
  }
  return answers
}

/** The picture at `at` µs. */
export function pictureAt(film: Film, at: number, { shownFor, known }: Exposure): Picture {
  const { headline, lanes, moments, strips, layout } = film
  const frame = film.frames.at(at)
  const finalTotals = totals(strips.final)
  const now = known ? strips.known(at) : { strip: strips.final, totals: finalTotals }
  return {
    at,
    headline,
    lanes,
    moments,
    strip: now.strip,
    totals: now.totals,
    finalTotals,
    layout,
    frame,
    links: stageLinks(film.run.scenario, frame),
    dots: film.flights.at(frame, shownFor).map((dot) => ({ ...dot, fate: stageFate(film, dot.write, at, known) })),
    answers: answersIn(film, frame, known),
  }
}
