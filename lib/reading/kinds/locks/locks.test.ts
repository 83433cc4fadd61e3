import { describe, expect, it } from 'vitest'
import { castOf } from '@/components/demo/cast'
import { headlineSentence } from '@/components/demo/telling/verdict-line'
import '@/components/demo/kinds/all'
import { LOCALES } from '@/lib/locale'
import { runWithWire } from '@/lib/sim/run'
import { plain } from '@/lib/words/phrase'
import { words } from '@/lib/words/words'
import { recipe, recipeNames } from '@/tests/kernel/locks/recipes'
import { filmOf } from '../../film/film'
import { judgeLocks } from '../../verdict/locks'
import '../all'

describe('the verdict where clients take locks', () => {
  it('tells for how long there were two owners', () => {
    const { run, headline } = filmOf(runWithWire(recipe('lock-lost-key')))
    const [overlap] = judgeLocks(run).overlaps
    expect(headline).toEqual({
      code: 'two-owners',
      owners: ['c1', 'c2'],
      micros: (overlap?.until ?? 0) - (overlap?.from ?? 0),
      stale: 0,
    })
  })

  it('tells of stale writes that a fence refused', () => {
    expect(filmOf(runWithWire(recipe('lock-paused-fenced'))).headline).toMatchObject({ code: 'fenced', stale: 4 })
  })

  it.each(recipeNames())('is a whole sentence of %s', (name) => {
    const film = filmOf(runWithWire(recipe(name)))
    for (const locale of LOCALES) {
      const sentence = plain(headlineSentence(castOf(words(locale).demo, film.run.scenario).words, film.headline))
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/)
      if (locale === 'zh-CN') expect(sentence).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u)
    }
  })
})
