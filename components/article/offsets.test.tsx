import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import emptyRestart from '@/content/scenarios/empty-restart.json'
import idleSplitBrain from '@/content/scenarios/idle-split-brain.json'
import twoHistories from '@/content/scenarios/two-histories.json'
import { LOCALES } from '@/lib/locale'
import { forkOf } from '@/lib/reading/verdict/fork'
import { type Run, run } from '@/lib/run'
import type { ScenarioFile } from '@/lib/variant'
import { Offsets } from './offsets'

const printed = (of: ScenarioFile, locale: (typeof LOCALES)[number] = 'en') =>
  renderToStaticMarkup(<Offsets run={run(of)} locale={locale} />)
const fork = ({ film }: Run) => forkOf(film.run)

describe('the ruler of two histories', () => {
  it.each(LOCALES)('says in numbers what it draws, in %s', (locale) => {
    const parted = fork(run(twoHistories))
    if (parted === null) throw new Error('two-histories has no fork')
    const { shared, ofOld, ofHeir, lost } = parted
    const text = printed(twoHistories, locale)
    for (const number of [shared, ofOld - shared, ofHeir - shared, lost, ofOld + 1, shared + 1]) {
      expect(text).toContain(number.toLocaleString('en-US'))
    }
  })

  it('is vermilion only where writes are lost', () => {
    expect(printed(twoHistories)).toContain('fill-lost')
    expect(printed(idleSplitBrain)).not.toContain('fill-lost')
  })

  it('fails the build where nobody asks for a history of its own', () => {
    expect(() => printed(emptyRestart)).toThrow('<Offsets>: no old primary asks')
  })
})
