import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import splitBrain from '@/content/scenarios/split-brain.json'

/** The figure as a page prints it, with whatever kernel is there now. */
async function printed(): Promise<string> {
  vi.resetModules()
  const { Num } = await import('./num')
  const { run } = await import('@/lib/run')
  return renderToStaticMarkup(<Num of={run(splitBrain).lost} locale="en" demos={[]} />)
}

async function computed(): Promise<string> {
  const { namedFigures } = await import('@/lib/content/scenarios')
  return (namedFigures('split-brain').lost ?? Number.NaN).toLocaleString('en')
}

afterEach(() => {
  vi.doUnmock('@/lib/sim/kinds/sentinel/constants')
})

describe('a figure in the prose', () => {
  it('is what the run gives', async () => {
    expect(await printed()).toContain(`>${await computed()}<`)
  })

  it('changes with the kernel', async () => {
    const before = await printed()
    // Sentinels that ask for INFO half as often leave the old primary alone for longer.
    vi.doMock('@/lib/sim/kinds/sentinel/constants', async (original) => {
      const constants = await original<typeof import('@/lib/sim/kinds/sentinel/constants')>()
      return { ...constants, INFO_PERIOD: 2 * constants.INFO_PERIOD }
    })
    const after = await printed()
    expect(after).not.toBe(before)
    expect(after).toContain(`>${await computed()}<`)
  })

  it('fails the build where nothing of the kind happens', async () => {
    const { Num } = await import('./num')
    const { run } = await import('@/lib/run')
    expect(() => renderToStaticMarkup(<Num of={run(splitBrain).serverKilledAt} locale="en" demos={[]} />)).toThrow(
      '<Num>: "serverKilledAt" does not occur in this run of split-brain',
    )
  })
})
