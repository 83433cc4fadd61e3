import { describe, expect, it } from 'vitest'
import { compiledText } from '@/tests/compiled'
import { shownIn } from './article-demos'
import { articleContent } from './article-module'

const SPLIT = "import { run } from '@/lib/run'\nimport splitBrain from '../scenarios/split-brain.json'\n"
const DERIVED = "import { withDirective, withSetting } from '@/lib/variant'\n"

describe('a compiled article', () => {
  it('carries no kernel and no scenario', async () => {
    const code = await compiledText(`${SPLIT}\nexport const cut = run(splitBrain)\n\n<Demo run={cut} />\n`)
    expect(code.length).toBeLessThan(3000)
    expect(code).not.toContain('durationMs')
  })

  it('tells which named scenarios its demos show, and under which heading', async () => {
    const code = await compiledText(`${SPLIT}${DERIVED}
export const cut = run(splitBrain)
export const gated = run(withDirective(splitBrain, 'min-replicas-to-write', 1))
export const sooner = run(withDirective(splitBrain, 'down-after-milliseconds', 500))

<Demo run={cut} />

It loses <Num of={cut.lost} />.

## Why [#why]

<Demo run={sooner} title="Sooner" />

### Side by side [#side-by-side]

<Note>

<Compare without={cut} with={gated} />

</Note>
`)
    expect(shownIn(code)).toEqual([
      { name: 'split-brain', section: '' },
      { name: 'split-brain', section: 'side-by-side' },
      { name: 'split-brain-gated', section: 'side-by-side' },
    ])
  })
})

describe('does not compile', () => {
  it.each([
    [
      "import { run } from '@/lib/sim/run'\n",
      "content/en/wrong.mdx:4:1: an article can't import '@/lib/sim/run'; it can import { run } from '@/lib/run', { withDirective, withSetting, withWait } from '@/lib/variant', and from '../scenarios/': ",
    ],
    [`${SPLIT}import { rum } from '@/lib/run'\n`, 'content/en/wrong.mdx:6:1: @/lib/run has no "rum"; it has run'],
    [
      "\nimport splitBrian from '../scenarios/split-brian.json'\n",
      "content/en/wrong.mdx:5:1: an article can't import '../scenarios/split-brian.json'; it can import",
    ],
    [
      "import { seed } from '../scenarios/split-brain.json'\n",
      "content/en/wrong.mdx:4:1: import the scenario as a whole: import scenario from '../scenarios/split-brain.json'",
    ],
    [
      'See\n\n- the <Nun /> of it\n',
      'content/en/wrong.mdx:6:7: no component <Nun>; there are At, Beside, Commits, Compare, Conf, Demo, Durability, Guide, Measured, Note, Num, Offsets, Pitfall, Recommended, RedissonVersions, Scene, Sources, Term, Typed, Versions',
    ],
    ['## Why\n', 'content/en/wrong.mdx:4:1: a heading without an id: end it with [#its-id]'],
    [
      '## Why [#why]\n\n<Note>\n\n### Once more [#why]\n\n</Note>\n',
      'content/en/wrong.mdx:8:1: a second heading with the id #why',
    ],
    [
      'Look:\n\n```ruby\n1\n```\n',
      'content/en/wrong.mdx:6:1: no language "ruby" of code fences; there are redis.conf, sentinel.conf,',
    ],
    ['- Look:\n\n  ```\n  1\n  ```\n', 'content/en/wrong.mdx:6:3: a code fence without a language; there are redis.conf,'],
    [
      '**圆环是沉默。**从节点每秒说一次。',
      'content/en/wrong.mdx:4:1: ** that is no emphasis: have it end before the punctuation mark',
    ],
    ['a **bold claim', 'content/en/wrong.mdx:4:1: ** that is no emphasis'],
  ])('%j', async (text, message) => {
    await expect(compiledText(text)).rejects.toThrow(message)
  })
})

describe('can not be drawn', () => {
  it.each([
    [
      "export const far = run(withSetting(splitBrain, 'heal-after', 90))\n",
      "content/en/wrong.mdx:8:1: the setting heal-after of split-brain can't be 90 (too-large); it goes from 0.1 to 32",
    ],
    [
      "\n\nLoses <Num of={run(withDirective(splitBrain, 'save', 'x')).lost} />.\n",
      'content/en/wrong.mdx:10:7: hosts.r1.redis.conf.save: expected pairs of seconds and changes such as "3600 1 300 100", or "", got "x"',
    ],
    ['export const cut = run({ name: 1 })\n', 'content/en/wrong.mdx:8:1: version: missing; expected 1'],
  ])('%j', async (text, message) => {
    const code = await compiledText(`${SPLIT}${DERIVED}\n${text}`)
    expect(() => articleContent(code, { Num: () => null })).toThrow(message)
  })
})
