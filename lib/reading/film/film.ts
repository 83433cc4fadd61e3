import type { WiredRun } from '@/lib/sim/outputs'
import { type Headline, headlineOf } from '../story/headline'
import type { Moment, NumberedMoment } from '../story/moment'
import { momentsOf, numbered, numberedAlike, told } from '../story/storyboard'
import { judge, type Verdict } from '../verdict/verdict'
import { type AckAge, type Acks, acksOf } from './acks'
import { decisiveInstant } from './decisive'
import { type Election, type Elections, electionsOf } from './elections'
import type { ShownFate } from './fate-changes'
import { type Counts, type Strip, type Strips, stripsOf, totals } from './fate-strip'
import { type Fates, fatesOf } from './fates'
import { type DiskFile, type Files, filesOf } from './files'
import { type Dot, type Flights, flightsOf } from './flights'
import { type Followed, type Trails, trailsOf } from './followed'
import { type Frame, type Frames, framesOf } from './frame'
import { type Holding, type Holdings, holdingsOf } from './holdings'
import { type Lanes, lanesView } from './lanes'
import { type PendingWait, type PendingWaits, waitOn, waitsOf } from './pending-waits'
import { type Signal, type Signals, signalsOf } from './signals'
import { type StageLayout, stageLayout } from './stage-layout'
import { type StageLink, stageLinks } from './stage-links'

/** What is drawn of a run. */
interface Views {
  readonly verdict: Verdict
  readonly lanes: Lanes
  readonly fates: Fates
  readonly strips: Strips
  readonly frames: Frames
  readonly flights: Flights
  readonly holdings: Holdings
  readonly acks: Acks
  readonly waits: PendingWaits
  readonly elections: Elections
  readonly signals: Signals
  readonly files: Files
  readonly trails: Trails
  readonly headline: Headline
  /** Every moment that was found; `moments` are those that are told. */
  readonly found: readonly Moment[]
  readonly moments: readonly NumberedMoment[]
  readonly layout: StageLayout
  /** Where a demo at rest stands, µs. */
  readonly decisive: number
}

/** A run and all that is drawn of it. A view is folded when it is first looked at, so one that is not drawn costs nothing. */
export interface Film extends Views {
  readonly run: WiredRun
}

export type ViewName = keyof Views

/** Each view, from the run and from views before it. Where a kind of process needs another, it takes its place (kinds/views.ts). */
export const VIEWS: { [V in ViewName]: (film: Film) => Views[V] } = {
  verdict: ({ run }) => judge(run),
  lanes: ({ run }) => lanesView(run),
  fates: ({ run, verdict }) => fatesOf(run, verdict),
  strips: ({ verdict, fates, lanes }) => stripsOf(verdict, fates, lanes.end),
  frames: ({ run }) => framesOf(run),
  flights: ({ run }) => flightsOf(run),
  holdings: ({ run }) => holdingsOf(run),
  acks: ({ run }) => acksOf(run),
  waits: ({ run, acks }) => waitsOf(run, waitOn(acks)),
  elections: ({ run }) => electionsOf(run),
  signals: ({ run, elections }) => signalsOf(run, elections),
  files: ({ run }) => filesOf(run),
  trails: ({ run, verdict, fates }) => trailsOf(run, verdict, fates),
  headline: ({ run, verdict, lanes }) => headlineOf(run, verdict, lanes),
  found: momentsOf,
  moments: ({ found }) => numbered(told([found])[0] ?? []),
  layout: ({ run }) => stageLayout(run.scenario),
  decisive: decisiveInstant,
}

/** The film of a run. */
export function filmOf(run: WiredRun): Film {
  const seen: { -readonly [V in ViewName]?: Views[V] } = {}
  const look = <V extends ViewName>(name: V): Views[V] => (seen[name] ??= VIEWS[name](film))
  const views = Object.fromEntries(
    (Object.keys(VIEWS) as ViewName[]).map((name) => [name, { enumerable: true, get: () => look(name) }]),
  )
  const film: Film = Object.defineProperties({ run } as Film, views)
  return film
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
  readonly moments: readonly NumberedMoment[]
  readonly strip: Strip
  /** Of all writes at the end, or of those sent until the cursor as they were known then. */
  readonly totals: Counts
  readonly finalTotals: Counts
  readonly layout: StageLayout
  readonly frame: Frame
  readonly links: readonly StageLink[]
  readonly dots: readonly FatedDot[]
  readonly answers: Readonly<Record<string, Answer>>
  /** By server. */
  readonly holdings: Readonly<Record<string, Holding>>
  /** Writes that a full bar stands for. */
  readonly most: number
  /** By replica. */
  readonly acks: Readonly<Record<string, AckAge>>
  readonly waits: readonly PendingWait[]
  /** From the first request for a vote until a little after its end. */
  readonly election: Election | null
  readonly messages: readonly Signal[]
  /** By server; only where the scenario is about its disk. */
  readonly files: Readonly<Record<string, DiskFile>>
  readonly followed: Followed | null
}

/**
 * How a picture is taken. `known`: the strip shows what was known at the cursor, not how it ended. The stage always shows what was known.
 * `followed`: the write that the reader follows.
 */
export interface Exposure {
  /** How long a message is seen at least, µs. */
  readonly shownFor: number
  readonly known: boolean
  readonly followed: number | null
}

/**
 * Films that stand side by side: what is told of one is told of each in which it happened, under one number; and a bar of one stands for as
 * many writes as it does of the other.
 */
export function sideBySide(films: readonly Film[]): readonly Film[] {
  if (films.length < 2) return films
  const boards = numberedAlike(told(films.map(({ found }) => found)))
  const most = () => Math.max(...films.map(({ holdings }) => holdings.most))
  return films.map((film, index) => retold(film, boards[index] ?? film.moments, most))
}

/** The same film with other moments and another measure. What has been looked at of one has been looked at of the other. */
function retold(film: Film, moments: Film['moments'], most: () => number): Film {
  let holdings: Holdings | null = null
  return Object.defineProperties({} as Film, {
    ...Object.getOwnPropertyDescriptors(film),
    moments: { enumerable: true, value: moments },
    holdings: { enumerable: true, get: () => (holdings ??= { ...film.holdings, most: most() }) },
  })
}

function answersIn(film: Film, frame: Frame): Record<string, Answer> {
  const answers: Record<string, Answer> = {}
  for (const [client, { answered, error }] of Object.entries(frame.clients)) {
    if (answered !== null) answers[client] = { error, fate: film.fates.at(answered, frame.at) }
  }
  return answers
}

/** The picture at `at` µs. */
export function pictureAt(film: Film, at: number, { shownFor, known, followed }: Exposure): Picture {
  const { headline, lanes, moments, strips, layout } = film
  const frame = film.frames.at(at)
  const finalTotals = totals(strips.final)
  const dots = film.flights.at(frame, shownFor, followed)
  const strip = known ? strips.known(at) : strips.final
  return {
    at,
    headline,
    lanes,
    moments,
    strip,
    totals: known ? totals(strip) : finalTotals,
    finalTotals,
    layout,
    frame,
    links: stageLinks(film.run.scenario, frame),
    dots: dots.map((dot) => ({ ...dot, fate: film.fates.at(dot.write, at) })),
    answers: answersIn(film, frame),
    holdings: film.holdings.at(at, shownFor),
    most: film.holdings.most,
    acks: film.acks.at(at),
    waits: film.waits.at(at),
    election: film.elections.at(at, shownFor),
    messages: film.signals.at(frame, shownFor),
    files: film.files.at(at),
    followed: followed === null ? null : film.trails.at(followed, at, dots),
  }
}
