/** @jsxImportSource preact */
import { type ComponentChildren, hydrate, render } from 'preact'
import { useErrorBoundary } from 'preact/hooks'
import { loadKinds } from '@/lib/sim/kinds/load'
import { type DemoWords, LANGUAGE } from './cast'
import type { DemoData } from './demo-data'
import { Filming } from './filming'
import type { LoadLinks, View } from './link/view'
import type { LoadLists } from './panels/lists'
import { Player } from './player'
import type { Films } from './player/use-player'

/** Says beside a demo that it can do no more, and has it offer nothing that would do nothing. */
export type Fail = (sentence: string) => void

/** What a demo fetches when its reader wants it. */
interface Later {
  readonly loadLists: LoadLists
  /** Once he has done something, or where the address of the page speaks of a demo. */
  readonly loadLinks: LoadLinks
}

/**
 * Brings a demo to life in its page: runs its scenarios once more and takes the figure that was built over. Rejects when it can't be
 * loaded. What goes wrong later stays inside of it: the figure as it was built takes its place, with a sentence that says so.
 */
export async function wakeDemo(root: HTMLElement, words: DemoWords, fail: Fail, later: Later): Promise<void> {
  const { scenarios, ...data } = dataOf(root)
  const filming = new Filming(await loadKinds(scenarios))
  const figure = () => root.querySelector('figure')
  const built = figure()?.cloneNode(true) ?? ''
  const giveUp = (error: unknown): void => {
    console.error(error)
    // Not while it is being drawn.
    queueMicrotask(() => {
      render(null, root)
      root.replaceChildren(built)
      fail(words.player.broken)
    })
  }
  const films: Films = {
    of(next) {
      try {
        return filming.now(next)
      } catch (error) {
        giveUp(error)
        return null
      }
    },
    expect: (next) => void filming.ahead(next),
  }
  let linked: Promise<void> | undefined
  let latest: View
  const seen = (view: View): void => {
    latest = view
    if (view.player.state.touched || view.tab !== 'figure' || location.search)
      // By the time that it is there, it may stand otherwise.
      linked = later.loadLinks().then(({ follow }) => follow(latest))
  }
  try {
    await filming.ahead(scenarios)
    hydrate(
      <Guard onBroken={giveUp}>
        <Player
          drawnOnce={IN_PAGE}
          {...data}
          words={LANGUAGE.wordsFor(words, scenarios)}
          films={filming.now(scenarios)}
          life={{ films, seen, ...later }}
        />
      </Guard>,
      root,
    )
    // What was pressed before it was alive comes on top of what the address says.
    await linked
    figure()?.setAttribute('data-alive', '')
  } catch (error) {
    giveUp(error)
  }
}

/** What is drawn once stays as the page was built, unless it comes with the data. */
const IN_PAGE = { confs: [], proof: '' }

/** The data that the page holds beside the figure. */
function dataOf(root: HTMLElement): DemoData {
  return JSON.parse(root.querySelector('script')?.textContent ?? '')
}

/** Passes on what is thrown while something is drawn, and draws nothing then. */
function Guard({ onBroken, children }: { onBroken: (error: unknown) => void; children: ComponentChildren }) {
  const [error] = useErrorBoundary(onBroken)
  return error === undefined ? children : null
}
