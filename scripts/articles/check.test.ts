import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readArticles } from '@/lib/content/article-files'
import { LOCALES } from '@/lib/locale'
import { checkArticles } from './check'

const content = join(import.meta.dirname, '..', '..', 'content')

const HEAD = `---
title: Wrong
---
import { run } from '@/lib/run'
import { withDirective, withSetting } from '@/lib/variant'
import splitBrain from '../scenarios/split-brain.json'

export const cut = run(splitBrain)
export const gated = run(withDirective(splitBrain, 'min-replicas-to-write', 1))
export const late = run(withSetting(splitBrain, 'heal-after', 5))

`

const SCENARIOS = readdirSync(join(content, 'scenarios'))
  .filter((file) => file.endsWith('.json'))
  .join(', ')

/** What an author gets wrong on line 12 and below, and all that is said of it. */
const WRONG: readonly (readonly [text: string, ...messages: readonly string[]])[] = [
  ['Of <Num of={cut.lots} /> writes', "12:17 Property 'lots' does not exist on type 'Run'. Did you mean 'lost'?"],
  ['Of {cut.lost} writes', "12:4 Type 'Figure' is not assignable to type 'ReactNode'. Print it: <Num of={…} />."],
  ['Of <Num of={cot.lost} /> writes', "12:13 Cannot find name 'cot'. Did you mean 'cut'?"],
  [
    'Of <Num of={cut} /> writes',
    "12:9 Type 'Run' is missing the following properties from type 'Figure': run, key, kind, value. Name one of its figures: <Num of={….lost} />.",
  ],
  ['Of <Num /> writes', "12:5 Property 'of' is missing in type '{}' but required in type 'NumProps'."],
  ['Of <Nun of={cut.lost} /> writes', "12:5 Cannot find name 'Nun'. Did you mean 'Num'?"],
  [
    'At <At run={cut} moment="healed" /> writes',
    '12:18 Type \'"healed"\' is not assignable to type \'"applier-stopped" | … | "waiting"\'. Did you mean \'"heal"\'?',
  ],
  [
    '<Demo run={cut} controls="min-replica-to-write" />',
    "12:17 Type '\"min-replica-to-write\"' is not assignable to type 'Controls | undefined'. Did you mean '\"min-replicas-to-write\"'?",
  ],
  [
    '<Demo run={cut} controls="min-replicas-to-write heal-after write-rate" />',
    "12:17 Type '\"min-replicas-to-write heal-after write-rate\"' is not assignable to type 'Controls | undefined'. Did you mean '\"min-replicas-to-write heal-after\"'?",
  ],
  [
    '<Demo run={splitBrain} />',
    "12:7 Type '{ version: number; … }' is missing the following properties from type 'Run': scenario, edits, film, figures, and 67 more. Run it: run(…).",
  ],
  [
    '<Demo scenario="split-brain" />',
    "12:7 Type '{ scenario: string; … }' is not assignable to type 'IntrinsicAttributes & DemoProps & Placed'.\n  Property 'scenario' does not exist on type 'IntrinsicAttributes & DemoProps & Placed'.",
  ],
  [
    '<Compare without={cut} width={gated} />',
    "12:24 Type '{ without: Run; … }' is not assignable to type 'IntrinsicAttributes & CompareProps & Placed'.\n  Property 'width' does not exist on type 'IntrinsicAttributes & CompareProps & Placed'. Did you mean 'with'?",
  ],
  [
    '<Conf run={cut} file="redis.cnf" />',
    "12:17 Type '\"redis.cnf\"' is not assignable to type 'ConfFile'. Did you mean '\"redis.conf\"'?",
  ],
  [
    '<Measured scenario="split-brian" of="lost" />',
    '12:11 Type \'"split-brian"\' is not assignable to type \'"backlog-overrun" | … | "waitaof-pipelined"\'. Did you mean \'"split-brain"\'?',
  ],
  [
    'The <Term id="quorom">quorum</Term>',
    "12:11 Type '\"quorom\"' is not assignable to type 'TermId'. Did you mean '\"quorum\"'?",
  ],
  [
    "export const bad = run(withDirective(splitBrain, 'min-replicas', 1))",
    '12:50 Argument of type \'"min-replicas"\' is not assignable to parameter of type \'"appendfsync" | "appendonly" | "down-after-milliseconds" | "failover-timeout" | "master-reboot-down-after-period" | "min-replicas-max-lag" | "min-replicas-to-write" | "parallel-syncs" | "repl-backlog-size" | "repl-backlog-ttl" | "repl-diskless-sync" | "repl-diskless-sync-delay" | "repl-ping-replica-period" | "repl-timeout" | "replica-priority" | "save"\'.',
  ],
  [
    "export const bad = run(withDirective(splitBrain, 'min-replicas-to-writes', 1))",
    '12:50 Argument of type \'"min-replicas-to-writes"\' is not assignable to parameter of type \'"appendfsync" | … | "save"\'. Did you mean \'min-replicas-to-write\'?',
  ],
  [
    "export const bad = run(withDirective(splitBrain, 'min-replicas-to-write', 'one'))",
    "12:75 Argument of type 'string' is not assignable to parameter of type 'number'.",
  ],
  [
    "export const bad = run(withSetting(splitBrain, 'heal-afer', 1))",
    '12:48 Argument of type \'"heal-afer"\' is not assignable to parameter of type \'"down-after-milliseconds" | … | "write-rate"\'. Did you mean \'heal-after\'?',
  ],
  [
    "export const bad = run('split-brain')",
    "12:24 Argument of type 'string' is not assignable to parameter of type 'ScenarioFile | Variant'. Hand over its file: import scenario from '../scenarios/….json'.",
  ],
  [
    "import other from '../scenarios/split-brian.json'\n\n<Demo run={run(other)} />",
    `12:19 an article can't import '../scenarios/split-brian.json'; it can import { run } from '@/lib/run', { withDirective, withSetting, withWait } from '@/lib/variant', and from '../scenarios/': ${SCENARIOS}`,
  ],
  [
    "import { rum } from '@/lib/run'\n\n<Demo run={rum(splitBrain)} />",
    "12:10 Module '\"@/lib/run\"' has no exported member 'rum'. Did you mean 'run'?",
  ],
  ["import gateHole from '../scenarios/gate-hole.json'", "12:8 'gateHole' is declared but its value is never read."],
  ['a <Num of={cut.lost}> b', '12:1 Expected a closing tag for `<Num>` (12:3-12:22) before the end of `paragraph`'],
  ['a { b', '12:6 Unexpected end of file in expression, expected a corresponding closing brace for `{`'],
  [
    '<Note>\n\nNo <Num of={cut.losst} /> of it\n\n</Note>',
    "14:17 Property 'losst' does not exist on type 'Run'. Did you mean 'lost'?",
  ],
  [
    '| a | 𝛼 |\n| --- | --- |\n| 𝛼 | <Num of={cut.losst} /> |',
    "14:21 Property 'losst' does not exist on type 'Run'. Did you mean 'lost'?",
  ],
  [
    '- 中文 **<Num of={cut.losst} />**\n\nexport const more = run(splitBrain)\n\nand <Num of={more.loss} />',
    "12:21 Property 'losst' does not exist on type 'Run'. Did you mean 'lost'?",
    "16:19 Property 'loss' does not exist on type 'Run'. Did you mean 'lost'?",
  ],
]

it('every article is right', async () => {
  const articles = readArticles()
  expect(articles.length).toBeGreaterThan(LOCALES.length)
  expect(await checkArticles(articles)).toEqual([])
})

it('what is wrong is told with its place and a hint', async () => {
  const articles = WRONG.map(([text], index) => ({ path: `en/${index}.mdx`, text: `${HEAD}${text}\n` }))
  const problems = await checkArticles(articles)
  const told = WRONG.map(([text], index) => {
    const start = `content/en/${index}.mdx:`
    return [text, ...problems.filter((problem) => problem.startsWith(start)).map((problem) => problem.slice(start.length))]
  })
  expect(told).toEqual(WRONG)
})
