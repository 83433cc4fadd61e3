import { whenPassed } from './passed'

/**
 * Tells the demo of each scene which moment is being read about. It obeys while its reader has not touched it. Returns what is to be
 * called with a demo that has come to life: it is told then what it has missed.
 */
export function followScenes(): (demo: HTMLElement) => void {
  const sections = [...document.querySelectorAll<HTMLElement>('[data-scene-section]')]
  let read: HTMLElement | undefined
  whenPassed(sections, 1 / 2, (place) => {
    read = sections[place]
    tell(read)
  })
  return (demo) => {
    if (read?.dataset.demo === demo.querySelector('figure')?.id) tell(read)
  }
}

function tell(section: HTMLElement | undefined): void {
  const { demo = '', at } = section?.dataset ?? {}
  document.getElementById(demo)?.dispatchEvent(new CustomEvent('lost-writes:moment', { detail: { at: Number(at) } }))
}
