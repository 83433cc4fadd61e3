import type { ReactNode } from 'react'
import { mistakeAt } from '@/lib/content/mistake'
import type { Demos } from '@/lib/content/spot'
import type { Locale } from '@/lib/locale'

export interface InLocale {
  readonly locale: Locale
}

/** What the components of an article know of it. */
export interface InArticle extends InLocale {
  /** What its page shows. */
  readonly demos: Demos
}

/** Where in its article a component stands: `content/en/split-brain.mdx:42:17`. */
interface Placed {
  readonly place?: string
}

/** A component without hooks, bound to its article. What goes wrong in it says where in the article it stands. */
export function bound<Props extends object>(component: (props: Props & InArticle) => ReactNode, article: InArticle) {
  return (props: Props & Placed) => {
    const mistake = (error: unknown): never => {
      throw mistakeAt(props.place, error)
    }
    try {
      const drawn = component({ ...props, ...article })
      return drawn instanceof Promise ? drawn.catch(mistake) : drawn
    } catch (error) {
      return mistake(error)
    }
  }
}
