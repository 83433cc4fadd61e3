import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { demosIn } from '@/lib/content/article-demos'
import { articleContent } from '@/lib/content/article-module'
import { compiledText } from '@/tests/compiled'
import { articleComponents } from './article-components'

const HEAD = `import { run } from '@/lib/run'
import { withDirective } from '@/lib/variant'
import slowLinkCrash from '../scenarios/slow-link-crash.json'
import splitBrain from '../scenarios/split-brain.json'

export const cut = run(splitBrain)
export const sooner = run(withDirective(splitBrain, 'down-after-milliseconds', 500))
export const crash = run(slowLinkCrash)

`

async function drawn(text: string): Promise<string> {
  const code = await compiledText(`${HEAD}${text}`)
  const content: ReactNode = articleContent(code, articleComponents('en', demosIn(code)))
  return renderToStaticMarkup(content)
}

describe('what only a run shows to be wrong is told with its place', () => {
  it.each([
    [
      'a figure that does not occur',
      'Killed at <Num of={cut.serverKilledAt} />.',
      '13:11',
      '<Num>: "serverKilledAt" does not occur',
    ],
    [
      'a moment that does not occur',
      '- Killed at <At run={cut} moment="kill" />.',
      '13:13',
      '<At>: no moment "kill" in this run of split-brain',
    ],
    [
      'a control that means nothing',
      '<Demo run={crash} controls="heal-after" />',
      '13:1',
      'the control "heal-after" means nothing in slow-link-crash',
    ],
    [
      'a control that does not exist',
      '<Demo run={crash} controls="heal" />',
      '13:1',
      'no control "heal"; there are min-replicas-to-write,',
    ],
    [
      'a demo without a title',
      '<Demo run={sooner} />',
      '13:1',
      'split-brain~down-after-milliseconds-500 is no named scenario: give it a title',
    ],
    [
      'an unfair comparison',
      '<Compare without={cut} with={crash} />',
      '13:1',
      'split-brain and slow-link-crash differ in more than their settings',
    ],
    [
      'a term that the glossary has not',
      'A <Term id="quorom">quorum</Term>.',
      '13:3',
      '<Term id="quorom">: the glossary has no such term',
    ],
    [
      'what was not recorded',
      '<Measured scenario="split-brain" of="losses" />',
      '13:1',
      'split-brain: no "losses" in every recorded run',
    ],
  ])('%s', async (_, text, place, message) => {
    await expect(drawn(text)).rejects.toThrow(`content/en/wrong.mdx:${place}: ${message}`)
  })
})

it('a figure, a moment and a comparison of variants are drawn', async () => {
  const html = await drawn('The cut heals at <At run={cut} moment="heal" />; <Num of={sooner.lost} /> are lost.')
  expect(html).toMatch(/^<p>The cut heals at <span [^>]*>18\.1 s<\/span>; <span [^>]*>2,\d{3}<\/span> are lost\.<\/p>$/)
})

it('a term explains itself, and leads to its entry', async () => {
  const html = await drawn('A <Term id="quorum">quorum</Term> of two, and an <Term id="offset" />.')
  expect(html).toContain('aria-describedby="term-quorum">quorum</button>')
  expect(html).toMatch(
    /<span id="term-quorum"[^>]*>How many sentinels must agree .* <a href="[^"]*\/en\/glossary\/#quorum">Glossary<\/a>/,
  )
  expect(html).toContain('aria-describedby="term-offset">replication offset</button>')
})

it('a demo of a run that is no named scenario has its own title, and the name of what it was made from with the edits', async () => {
  const html = await drawn('<Demo run={sooner} title="Down after half a second" />')
  expect(html).toContain('id="demo-split-brain~down-after-milliseconds-500"')
  expect(html).toContain('Down after half a second')
})
