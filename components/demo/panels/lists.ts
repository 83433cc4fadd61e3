import type { FunctionComponent } from 'preact'
import type { Film } from '@/lib/reading/film/film'
import type { Log } from '@/lib/reading/lists/log'
import type { Cast, DemoWords, ListWords } from '../cast'

/** The lists under a demo, by what titles them. */
export type PanelCode = keyof DemoWords['panels']

/** What there is to draw a list of one run with. */
export interface PanelProps {
  readonly cast: Cast
  readonly lists: ListWords
  readonly film: Film
  readonly log: Log
  readonly at: number
  /** Whether the log holds single messages too. */
  readonly traffic: boolean
  readonly onTraffic: (traffic: boolean) => void
  readonly onSeek: (at: number) => void
}

/** What the lists under a demo are drawn with, in one language. */
export interface Lists {
  readonly lists: ListWords
  readonly PANELS: Readonly<Record<PanelCode, FunctionComponent<PanelProps>>>
}

/** Fetches that when a list is first opened. */
export type LoadLists = () => Promise<Lists>
