import type { FunctionComponent } from 'preact'
import type { Film } from '@/lib/reading/film/film'
import type { Cast, ListWords } from '../cast'
import type { ListCode } from './tabs'

/** What there is to draw a list of one run with. */
export interface PanelProps {
  readonly cast: Cast
  readonly lists: ListWords
  readonly film: Film
  readonly at: number
  /** The number of the write that the reader follows. */
  readonly followed: number | null
  readonly onSeek: (at: number) => void
  /** Follow a write from the instant at which it leaves its client. */
  readonly onFollow: (write: number, at: number) => void
}

/** What the lists of a run are drawn with, in one language. */
export interface Lists {
  readonly lists: ListWords
  readonly PANELS: Readonly<Record<ListCode, FunctionComponent<PanelProps>>>
}

/** Fetches that when a list is first chosen. */
export type LoadLists = () => Promise<Lists>
