import type { Links } from '@/components/demo/link/view'
import type { Lists } from '@/components/demo/panels/lists'
import type { Copying } from '@/components/islands/copying/copying'

/** What an embed fetches once it is wanted. */
interface Later extends Lists, Copying {
  /** What keeps the only demo of a page, by its name, as the address of the page says. */
  readonly linksOf: (name: string) => Links
}

declare global {
  /** Set by the script of the lists. */
  var lostWritesLists: Later | undefined
}

/**
 * Fetches the script of the lists, once: by an element, since the host of a sandboxed page need not allow it anything else. It stands in the
 * page as text, for no address may become a script here; a copy of it that is none runs.
 */
export function listsFrom(element: HTMLScriptElement | null): () => Promise<Later> {
  let asked: Promise<Later> | undefined
  const ask = () =>
    new Promise<Later>((resolve, reject) => {
      const script = element?.cloneNode()
      if (!(script instanceof HTMLScriptElement)) return reject()
      script.addEventListener('load', () => (globalThis.lostWritesLists ? resolve(globalThis.lostWritesLists) : reject()))
      script.addEventListener('error', () => {
        asked = undefined
        reject()
      })
      script.type = 'text/javascript'
      document.head.append(script)
    })
  return () => {
    asked ??= ask()
    return asked
  }
}
