import type { Address } from './arguments'

/** How addresses of a site change when it moves. */
export interface Move {
  /** Whether a whole value is the path of something of the site on its host. Its beginning, `from`, is then to become `to`. */
  readonly leads: (value: string) => boolean
  readonly from: string
  readonly to: string
  /** Text with the site's whole address in it, anywhere. */
  readonly text: (text: string) => string
}

/** `paths`: all that there is in the site, by its path within it; a path of the host that leads to none of them is not the site's. */
export function moveBetween(from: Address, to: Address, paths: ReadonlySet<string>): Move {
  const [fromWhole, toWhole] = [from, to].map(({ href }) => href.replace(/\/$/, ''))
  // The address ends here: https://wiki.example is not the beginning of https://wiki.example.org.
  const whole = new RegExp(`${escaped(fromWhole ?? '')}(?![\\w.:~%-])`, 'g')
  return {
    leads: (value) => value.startsWith(from.basePath) && paths.has(value.slice(from.basePath.length).replace(/[?#].*$/s, '')),
    from: from.basePath,
    to: to.basePath,
    text: (text) => text.replace(whole, () => toWhole ?? ''),
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
