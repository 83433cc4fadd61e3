import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import splitBrain from '@/content/scenarios/split-brain.json'
import { run } from '@/lib/run'
import { At } from './at'
import { Num } from './num'

const cut = run(splitBrain)

it('the time of a moment is printed as that of a figure', () => {
  for (const locale of ['en', 'zh-CN'] as const) {
    expect(renderToStaticMarkup(<At run={cut} moment="heal" locale={locale} demos={[]} />)).toBe(
      renderToStaticMarkup(<Num of={cut.networkHealedAt} locale={locale} demos={[]} />),
    )
  }
})

it('fails the build where there is no such moment, and says which there are', () => {
  expect(() => renderToStaticMarkup(<At run={cut} moment="kill" locale="en" demos={[]} />)).toThrow(
    '<At>: no moment "kill" in this run of split-brain; there are first-write, split, down, promoted, heal, demoted, refused, erased, end',
  )
})
