import type { Film } from '@/lib/reading/film/film'
import type { Words } from '@/lib/words/words'
import type { DemoWords } from '../cast'
import type { TabCode } from '../panels/tabs'
import type { Player } from '../player/use-player'

/** What a link can say of a demo that is alive, and the ways to have it show something else. */
export interface View {
  /** Of its figure. */
  readonly id: string
  readonly words: DemoWords
  readonly built: readonly Film[]
  readonly player: Player
  readonly tab: TabCode
  readonly choose: (tab: TabCode) => void
}

/** What is said of links. */
export type LinkWords = Words['links']

/** What keeps demos together with the address and the snippets of their page. It is fetched when there is something to keep. */
export interface Links {
  /** Has address and snippets follow a demo, told how it stands; at first the demo shows what the address says of it. */
  readonly follow: (view: View) => void
  /** Says on the page that the demo which its address names is not there. */
  readonly sayMissing: () => void
}

export type LoadLinks = () => Promise<Links>
