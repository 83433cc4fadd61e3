import { keepActs } from './kept-acts'

/** What brings a demo to life: the module of its language. */
interface Island {
  /** Resolves once the demo answers to its controls. `fail` is called where it breaks later, when its figure stands as it was built. */
  wake(root: HTMLElement, fail: (sentence: string) => void): Promise<void>
  /** Says on the page that the demo which its address names is not there. */
  sayMissing(): void
}

/** By the language of the page: its words come with the demo. */
const ISLANDS: Readonly<Record<string, (() => Promise<Island>) | undefined>> = {
  en: () => import('../demo-en'),
  'zh-CN': () => import('../demo-zh-cn'),
}

/** A demo is fetched when it is as near to the window as this. */
const NEAR = '240px 0px'

/** Whoever does one of these is there, and no longer waits for the page. */
const SIGNS_OF_LIFE = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll', 'focusin'] as const

/**
 * Brings each demo to life when it is near the window, but none before the reader's first sign of life: until then a page only loads. One
 * that the address names is brought to life at once, to show what else the address says.
 * `awake` is called with each that has come to life.
 */
export function wakeDemos(awake: (demo: HTMLElement) => void): void {
  const load = ISLANDS[document.documentElement.lang]
  const demos = document.querySelectorAll<HTMLElement>('[data-island="demo"]')
  const linked = new URLSearchParams(location.search).get('demo')
  if (load === undefined) return
  const acts = new Map([...demos].map((demo) => [demo, keepActs(demo)]))
  const wake = (demo: HTMLElement) =>
    load()
      .then((island) => island.wake(demo, (sentence) => sayThatItFailed(demo, sentence)))
      .then(
        () => {
          awake(demo)
          acts.get(demo)?.()
        },
        () => sayThatItFailed(demo, demo.dataset.failed ?? ''),
      )
  const named = [...demos].find((demo) => demo.querySelector('figure')?.id === `demo-${linked}`)
  if (named) void wake(named)
  else if (linked !== null) void load().then((island) => island.sayMissing())
  void signOfLife().then(() => {
    for (const demo of demos) if (demo !== named) whenNear(demo, () => void wake(demo))
  })
}

function signOfLife(): Promise<unknown> {
  return new Promise((resolve) => {
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, resolve, { capture: true, passive: true, once: true })
  })
}

function whenNear(demo: HTMLElement, wake: () => void): void {
  if (!('IntersectionObserver' in window)) {
    wake()
    return
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      wake()
    },
    { rootMargin: NEAR },
  )
  observer.observe(demo)
}

/** The figure stays as it was built; beside it stands that it can do no more. */
function sayThatItFailed(demo: HTMLElement, sentence: string): void {
  const note = document.createElement('p')
  note.className = 'mt-3 text-sm text-soft'
  note.role = 'status'
  note.textContent = sentence
  // Nothing is offered any more that would do nothing.
  demo.dataset.state = 'failed'
  demo.append(note)
}
