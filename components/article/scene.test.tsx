import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { compiledText } from '@/tests/compiled'
import { ArticleBody } from './article-body'

const HEAD = `import { run } from '@/lib/run'
import healthyCrash from '../scenarios/healthy-crash.json'
import splitBrain from '../scenarios/split-brain.json'

export const cut = run(splitBrain)
export const healthy = run(healthyCrash)

`

async function drawn(text: string): Promise<string> {
  const code = await compiledText(`${HEAD}${text}`)
  return renderToStaticMarkup(<ArticleBody locale="en" code={code} head={<h1>Head</h1>} />)
}

const sections = (html: string) => [...html.matchAll(/<section[^>]*>/g)].map(([tag]) => attributesOf(tag))
const attributesOf = (tag: string) =>
  Object.fromEntries([...tag.matchAll(/(data-[\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))

describe('a scene', () => {
  it('tells for each of its sections the moment of the first chip that leads to its demo', async () => {
    const html = await drawn(`<Scene run={cut}>

Nothing yet.

## Two chips [#two]

| when |
| --- |
| <At run={cut} moment="heal" /> |

Later: <At run={cut} moment="demoted" />.

## Another run [#other]

<At run={healthy} moment="kill" />, and <Num of={cut.lost} /> lost.

</Scene>

<Scene run={healthy}>

## Killed [#killed]

At <At run={healthy} moment="kill" />.

</Scene>
`)
    expect(sections(html)).toEqual([
      { 'data-prose': '' },
      { 'data-prose': '', 'data-scene-section': '', 'data-demo': 'demo-split-brain', 'data-at': '18100000' },
      { 'data-prose': '' },
      { 'data-prose': '', 'data-scene-section': '', 'data-demo': 'demo-healthy-crash', 'data-at': '3000000' },
    ])
  })

  it('has the head of the page beside its demo where the article begins with it', async () => {
    const html = await drawn('<Scene run={cut}>\n\nText.\n\n</Scene>\n')
    expect(html).toMatch(/^<div [^>]*data-scene=""><div[^>]*><h1>Head<\/h1><\/div>/)
  })

  it('has no head where something stands before it', async () => {
    const html = await drawn('Before.\n\n<Scene run={cut}>\n\nText.\n\n</Scene>\n')
    expect(html).toMatch(/^<h1>Head<\/h1><div [^>]*><p>Before\.<\/p><div [^>]*data-scene="">/)
  })
})

describe('a time in the prose', () => {
  it('is a link to the demo that shows it, and says what it does', async () => {
    const html = await drawn('<Scene run={cut}>\n\nAt <At run={cut} moment="heal" />.\n\n</Scene>\n')
    const chip = /<a [^>]*data-moment="heal"[^>]*>/.exec(html)?.[0] ?? ''
    expect(chip).toContain('href="#demo-split-brain"')
    expect(chip).toContain('aria-label="moment 4, at 18.1 s: show it in the demo"')
    expect(attributesOf(chip)).toEqual({
      'data-demo': 'demo-split-brain',
      'data-at': '18100000',
      'data-moment': 'heal',
      'data-number': '4',
    })
  })

  it('stays a number where no demo of the page shows its run', async () => {
    const html = await drawn('<Scene run={cut}>\n\nAt <At run={healthy} moment="kill" />.\n\n</Scene>\n')
    expect(html).toContain('>3.0 s<')
    expect(html).not.toContain('data-moment')
  })
})
