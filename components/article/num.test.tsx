import { readdirSync, readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'

/** The figure as a page prints it, with whatever kernel is there now. */
async function printed(): Promise<string> {
  vi.resetModules()
  const { Num } = await import('./num')
  return renderToStaticMarkup(<Num run="split-brain" of="lost" locale="en" />)
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

  it('is never compiled into an article: articles import nothing', () => {
    const folders = ['content/en', 'content/zh-CN']
    const articles = folders.flatMap((folder) => readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8')))
    expect(articles.length).toBeGreaterThan(0)
    // Outside of code fences, where a reader's own code may import what it likes.
    for (const article of articles) expect(article.replace(/^```[\s\S]*?^```/gm, '')).not.toMatch(/^import /m)
  })
})
