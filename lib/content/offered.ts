import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What an article can import of the project, by module. The modules themselves stand in `lib/content/article-module.ts`. */
export const OFFERED = {
  '@/lib/run': ['run'],
  '@/lib/variant': ['withDirective', 'withSetting', 'withWait'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type OfferedModule = keyof typeof OFFERED

/** Where articles find the scenarios: one file each, its default export. */
export const SCENARIOS = '../scenarios/'

/** Names of the modules that are handed to an article when it is drawn. */
export const OFFERED_PATH = /^(?:@\/|\.\.\/scenarios\/)/

/** What is wrong with an import of an article, or null. `names`: what is imported, `default` for the default export. */
export function importProblem(specifier: string, names: readonly string[]): string | null {
  const modules: Readonly<Record<string, readonly string[]>> = OFFERED
  const offered = Object.hasOwn(modules, specifier) ? modules[specifier] : undefined
  if (offered !== undefined) {
    const wrong = names.find((name) => !offered.includes(name))
    return wrong === undefined ? null : `${specifier} has no "${wrong}"; it has ${offered.join(', ')}`
  }
  const [, file = null] = specifier.startsWith(SCENARIOS) ? (/^\.\.\/scenarios\/([\w-]+\.json)$/.exec(specifier) ?? []) : []
  const files = readdirSync(join(process.cwd(), 'content', 'scenarios')).filter((name) => name.endsWith('.json'))
  if (file !== null && files.includes(file)) {
    const wrong = names.find((name) => name !== 'default')
    return wrong === undefined ? null : `import the scenario as a whole: import scenario from '${specifier}'`
  }
  const rows = Object.entries(modules).map(([module, exports]) => `{ ${exports.join(', ')} } from '${module}'`)
  return `an article can't import '${specifier}'; it can import ${rows.join(', ')}, and from '${SCENARIOS}': ${files.join(', ')}`
}
