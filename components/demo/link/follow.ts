import { scenariosOf } from '../player/player-state'
import { AddressBar } from './address-bar'
import { set } from './live-settings'
import { note } from './note'
import { linkOf, openLink } from './open'
import type { Links, LinkWords, View } from './view'

/** A demo, and the link to what it shows. */
interface Followed {
  view: View
  link: string
}

/** What several demos of a page showed at a step: the address has room for one. */
type Kept = Readonly<Record<string, string>>

/**
 * Keeps the demos of a page, its address and its snippets together. `only`: the name of the demo that is all the page has, as in an embed. Then
 * the address need not name it, and does not follow: that would put steps into the history of whoever frames it.
 */
export function linksIn(words: LinkWords, only?: string): Links {
  const demos = new Map<string, Followed>()
  const bar = only === undefined ? new AddressBar(goTo) : null

  function goTo(kept: unknown): void {
    const named = demoNamed()
    // It is asleep: the page wakes it.
    if (named !== null && !demos.has(named) && document.getElementById(named) !== null) {
      location.reload()
      return
    }
    for (const [id, followed] of demos) {
      const query = id === named ? location.search : (keptIn(kept)[id] ?? '')
      if (id === named || query !== followed.link) show(followed, query)
    }
  }

  function show(followed: Followed, query: string): void {
    const { link, sentence } = openLink(followed.view, query, words, only)
    followed.link = link
    tell(followed, sentence)
  }

  function step(followed: Followed): void {
    const { view, link: before } = followed
    const link = linkOf(view)
    if ((link ?? '') === before) return
    followed.link = link ?? ''
    tell(followed, link === null ? words.tooLong : '')
    const kept: Kept = Object.fromEntries([...demos].map(([id, each]) => [id, each.link]))
    bar?.put(followed.link, `${view.id} ${changesBetween(before, followed.link)}`, kept)
  }

  return {
    follow(view) {
      const known = demos.get(view.id)
      const followed = known ?? { view, link: '' }
      if (known?.view.player.settings !== view.player.settings) publish(view)
      followed.view = view
      if (view.player.state.playing) return
      if (known !== undefined) return step(followed)
      demos.set(view.id, followed)
      if (only === undefined && view.id !== demoNamed()) return step(followed)
      show(followed, location.search)
      // Who asks for another place is led there, and who comes back is where he was.
      if (bar !== null && location.hash === '' && scrollY === 0) figureOf(view)?.parentElement?.scrollIntoView()
    },
    sayMissing() {
      note(document.querySelector('main > *'), words.missing((demoNamed() ?? '').replace(/^demo-/, '').slice(0, 60)))
    },
  }
}

/** Has the snippets of the page follow the settings of a demo. */
function publish({ built, player }: View): void {
  const [last] = scenariosOf(built).slice(-1)
  if (last !== undefined) set(last.name, Object.fromEntries(player.settings.map(({ id, value }) => [id, value])))
}

/** The id of the figure that the address names. */
function demoNamed(): string | null {
  const name = new URLSearchParams(location.search).get('demo')
  return name === null ? null : `demo-${name}`
}

function figureOf({ id }: View): HTMLElement | null {
  return document.getElementById(id)
}

/** Says something of a demo's link, and leaves the link where it is copied from. */
function tell({ view, link }: Followed, sentence: string): void {
  const figure = figureOf(view)
  note(figure, sentence)
  if (figure?.parentElement) figure.parentElement.dataset.link = link
}

/** What has changed, without what follows from it: it tells one act from another. */
function changesBetween(before: string, after: string): string {
  const [one, other] = [before, after].map((link) => new Map(new URLSearchParams(link)))
  const keys = new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])
  return [...keys].filter((key) => !['demo', 'k', 'end'].includes(key) && one?.get(key) !== other?.get(key)).join()
}

function keptIn(kept: unknown): Kept {
  return typeof kept === 'object' && kept !== null ? (kept as Kept) : {}
}
