import { importProblem, OFFERED } from '@/lib/content/offered'
import { PART_NAMES } from '@/lib/content/part-names'
import { FIGURE_KINDS } from '@/lib/reading/figures/figures'

const MODULES: Readonly<Record<string, readonly string[]>> = OFFERED

type Hint = (found: readonly string[], own: readonly string[]) => string | null

/** Messages of the compiler to which something can be added: what a name may have been meant for, or what to do instead. */
const HINTS: readonly (readonly [pattern: RegExp, hint: Hint])[] = [
  [/^Property '(\w+)' does not exist on type 'Run'/, ([name = '']) => meant(name, Object.keys(FIGURE_KINDS))],
  [/^Cannot find name '(\w+)'/, ([name = ''], own) => meant(name, [...own, ...PART_NAMES])],
  [/^Module '"(.+)"' has no exported member '(\w+)'/, ([module = '', name = '']) => meant(name, MODULES[module] ?? [])],
  [
    /^Argument of type '"(.+?)"' is not assignable to parameter of type '(".+")'/,
    ([name = '', union = '']) => meant(name, membersOf(union)),
  ],
  [/^Type 'Figure' is not assignable to type 'ReactNode'/, () => 'Print it: <Num of={…} />.'],
  [/^Type 'Run' is missing .* from type 'Figure'/, () => 'Name one of its figures: <Num of={….lost} />.'],
  [/^Type '\{ version: number;.* from type 'Run'/, () => 'Run it: run(…).'],
  [/^Argument of type 'string' .* 'ScenarioFile/, () => "Hand over its file: import scenario from '../scenarios/….json'."],
]

/**
 * A message of the compiler as an author reads it: with a hint where one is known, and without types that fill lines. `own`: the names that
 * the article itself has.
 */
export function told(message: string, own: readonly string[]): string {
  const [, module] = /^Cannot find module '(.+?)'/.exec(message) ?? []
  const problem = module === undefined ? null : importProblem(module, ['default'])
  if (problem !== null) return problem
  if (/Did you mean/.test(message)) return short(message)
  const [first = ''] = message.split('\n')
  for (const [pattern, hintOf] of HINTS) {
    const match = pattern.exec(first)
    const hint = match === null ? null : hintOf(match.slice(1), own)
    if (hint !== null) return `${short(first).replace(/\.?$/, '.')} ${hint}`
  }
  return shortObjects(message)
}

/** "Did you mean …", or null where no name is near. */
function meant(name: string, known: readonly string[]): string | null {
  const [nearest] = known.map((other) => ({ other, steps: stepsBetween(name, other) })).sort((a, b) => a.steps - b.steps)
  const near = nearest !== undefined && nearest.steps <= Math.max(1, name.length / 2)
  return near ? `Did you mean '${nearest.other}'?` : null
}

function membersOf(union: string): readonly string[] {
  return [...union.matchAll(/"([^"]*)"/g)].map(([, member = '']) => member)
}

/** How many letters have to be put in, taken out or changed to make one word of another. */
function stepsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (const [at, there] of [...other].entries()) {
      const changed = (row[at] ?? 0) + (letter === there ? 0 : 1)
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** Where a hint says which name was meant, the others are in the way. */
function short(message: string): string {
  return shortObjects(message).replace(/'("[^']*?") \|[^']*\| ("[^']*?")'/g, "'$1 | … | $2'")
}

function shortObjects(message: string): string {
  return message.replace(/'(\{ \w+: \w+;)[^']*\}'/g, "'$1 … }'")
}
