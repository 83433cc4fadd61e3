import type { ReactNode } from 'react'
import { mistakeAt } from '@/lib/content/mistake'
import type { Locale } from '@/lib/locale'

export interface InLocale {
  readonly locale: Locale
}

/** Where in its article a component stands: `content/en/split-brain.mdx:42:17`. */
interface Placed {
  readonly place?: string
}

/** A component without hooks, bound to the language of an article. What goes wrong in it says where in the article it stands. */
export function bound<Props extends object>(component: (props: Props & InLocale) => ReactNode, locale: Locale) {
  return (props: Props & Placed) => {
    const mistake = (error: unknown): never => {
      throw mistakeAt(props.place, error)
    }
    try {
      const drawn = component({ ...props, locale })
      return drawn instanceof Promise ? drawn.catch(mistake) : drawn
    } catch (error) {
      return mistake(error)
    }
  }
}
