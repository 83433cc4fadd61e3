import { eventsOf } from '@/lib/reading/events'
import { figures } from '@/lib/reading/figures/figures'
import { type Film, filmOf, pictureAt, VIEWS, type ViewName } from '@/lib/reading/film/film'
import '@/lib/reading/kinds/all'
import { playedOn } from '@/lib/reading/film/pace'
import { atRisk, ledgerOf } from '@/lib/reading/lists/ledger'
import { logOf } from '@/lib/reading/lists/log'
import { entryOf } from '@/lib/reading/lists/log-entry'
import { transcript } from '@/lib/reading/lists/transcript'
import { momentAt } from '@/lib/reading/story/moment'
import { forkOf } from '@/lib/reading/verdict/fork'
import { resultOf } from '@/lib/reading/verdict/result'
import type { WiredRun } from '@/lib/sim/outputs'

type Fold = (film: Film) => unknown

const middleOf = ({ lanes }: Film): number => lanes.end / 2

/** What is made of a run besides the views of its film. */
const OTHERS = {
  // A run that nobody has asked yet: the index of its events is kept.
  'events by type': ({ run }) => eventsOf({ ...run }, 'role'),
  'picture of one instant': (film) => pictureAt(film, middleOf(film), { shownFor: 350_000, known: true, followed: null }),
  'a frame of play': (film) => playedOn([film], middleOf(film), 1 / 60, 2_000_000),
  'moment at one instant': (film) => momentAt(film.moments, middleOf(film)),
  log: ({ run }) => logOf(run),
  'log with its lines': ({ run }) => {
    const log = logOf(run)
    return log.notable.map((index) => entryOf(run, log, index))
  },
  ledger: ({ verdict }) => ledgerOf(verdict),
  'writes at risk at one instant': (film) => atRisk(film.verdict, film.fates, middleOf(film)),
  transcript: ({ run: { scenario, events }, verdict }) => transcript({ scenario, events }, verdict),
  'transcript with its messages': ({ run, verdict }) => transcript(run, verdict),
  'fork of histories': ({ run }) => forkOf(run),
  figures: ({ run, verdict }) => figures(run, verdict),
  result: ({ run, verdict }) => resultOf(run, verdict),
} satisfies Readonly<Record<string, Fold>>

/** Everything that is made of a run, by name. Each costs what it costs by itself: the views that it is made from have been looked at. */
export const FOLDS: Readonly<Record<ViewName | keyof typeof OTHERS, Fold>> = { ...VIEWS, ...OTHERS }

/** The film of a run, all of it looked at. */
export function developed(run: WiredRun): Film {
  const film = filmOf(run)
  for (const name of Object.keys(VIEWS) as readonly ViewName[]) film[name]
  return film
}
