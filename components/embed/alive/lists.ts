import type { Lists, LoadLists } from '@/components/demo/panels/lists'

declare global {
  /** Set by the script of the lists. */
  var lostWritesLists: Lists | undefined
}

/**
 * Fetches the script of the lists, once: by an element, since the host of a sandboxed page need not allow it anything else. It stands in the
 * page as text, for no address may become a script here; a copy of it that is none runs.
 */
export function listsFrom(element: HTMLScriptElement | null): LoadLists {
  let asked: Promise<Lists> | undefined
  const ask = () =>
    new Promise<Lists>((resolve, reject) => {
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
