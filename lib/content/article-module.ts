import { getMDXComponent } from 'mdx-bundler/client'
import { scenarioFiles } from '@/content/scenarios'
import { run } from '@/lib/run'
import { withDirective, withSetting, withWait } from '@/lib/variant'
import { mistakeAt } from './mistake'
import { type OFFERED, type OfferedModule, SCENARIOS } from './offered'

type Content = ReturnType<typeof getMDXComponent>

/** What the imports of an article come to. One kernel for all: that of the program which draws the pages. */
const MODULES: Readonly<Record<string, unknown>> = {
  ...({
    '@/lib/run': { run },
    '@/lib/variant': { withDirective, withSetting, withWait },
  } satisfies { readonly [Module in OfferedModule]: Readonly<Record<(typeof OFFERED)[Module][number], unknown>> }),
  ...Object.fromEntries(Object.entries(scenarioFiles).map(([name, file]) => [`${SCENARIOS}${name}.json`, file])),
}

/**
 * The content of a compiled article, drawn with these components; those are not called yet.
 *
 * @throws {Error} what the article does to a scenario can't be done; it says in which file, line and column
 */
export function articleContent(code: string, components: Parameters<Content>[0]['components']): ReturnType<Content> {
  let place: string | undefined
  const at = (next: string): void => {
    place = next
  }
  const offered = (module: string): unknown => {
    if (Object.hasOwn(MODULES, module)) return MODULES[module]
    throw new Error(`'${module}' is not offered to articles; a scenario has to be named in content/scenarios/index.ts`)
  }
  try {
    return getMDXComponent(code, { articleAt: at, articleImport: offered })({ components })
  } catch (error) {
    throw mistakeAt(place, error)
  }
}
