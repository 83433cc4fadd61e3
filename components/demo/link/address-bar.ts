import { withLink } from '@/lib/share/link'

/** What goes on without a pause as long as this is one act. */
const PAUSE_MS = 1000
/** While an act goes on the address follows no faster: browsers refuse hundreds of changes. */
const FOLLOW_MS = 250

/** The address bar, and the steps of the history that its reader has made. */
export class AddressBar {
  #act = ''
  #until = 0
  #timer = 0
  #replace: (() => void) | null = null
  #query = location.search

  /** `wentTo` is called when the reader goes back or forward, with the state that was kept there. */
  constructor(wentTo: (kept: unknown) => void) {
    addEventListener('popstate', ({ state }) => {
      // A place of the page, not a state of its demos.
      if (location.search === this.#query) return
      this.#query = location.search
      clearTimeout(this.#timer)
      this.#replace = null
      this.#act = ''
      wentTo(state)
    })
  }

  /** Puts a link in the address, `''` for none: as a step of its own, or as the step that the same act began. */
  put(link: string, act: string, kept: unknown): void {
    const now = performance.now()
    const goesOn = act === this.#act && now < this.#until
    clearTimeout(this.#timer)
    this.#until = now + PAUSE_MS
    if (!goesOn) this.#replace?.()
    this.#replace = null
    this.#act = act
    if (!goesOn) {
      this.#write('pushState', link, kept)
      return
    }
    this.#replace = () => this.#write('replaceState', link, kept)
    this.#timer = window.setTimeout(() => {
      this.#replace?.()
      this.#replace = null
    }, FOLLOW_MS)
  }

  #write(way: 'pushState' | 'replaceState', link: string, kept: unknown): void {
    const query = withLink(location.search, link)
    try {
      history[way](kept, '', location.pathname + query + location.hash)
      this.#query = query
    } catch {
      // Too many at once, or a frame that may not: the demo goes on, and the next act is written.
    }
  }
}
