import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { ScenarioError } from '@/lib/sim/scenario/field'
import { aboutIn, aboutOf } from './about'

const file = scenarioFiles['split-brain']

describe('what is said about a scenario', () => {
  it.each(Object.keys(scenarioFiles) as ScenarioName[])(
    'names %s in every language, and says why it exists and what it shows',
    (name) => {
      const { title, why, shows } = aboutOf(name)
      for (const text of Object.values(title)) expect(text).toMatch(/\S/)
      expect(why).toMatch(/^[A-Z].*\. Look for .*\.$/)
      expect(shows.length).toBeGreaterThan(0)
    },
  )

  it('may be a title alone', () => {
    const { about: _, ...rest } = file
    const title = { en: 'Two', 'zh-CN': '两个' }
    expect(aboutIn({ ...rest, about: { title } })).toEqual({ title, why: null, shows: [] })
  })

  it.each<readonly [string, unknown]>([
    ['about: missing; expected what the scenario is called', undefined],
    ['about.title.zh-CN: missing; expected a title', { title: { en: 'Two' } }],
    ['about.title.de: unknown key; known are en, zh-CN', { title: { en: 'Two', 'zh-CN': '两个', de: 'Zwei' } }],
    ['about.title: missing; expected a title for each language', { why: 'Because.' }],
    [
      'about.shows[1]: expected a comparison of figures, such as "lost < split-brain.lost"',
      { title: file.about.title, shows: ['lost > 0', 'lots > 0'] },
    ],
  ])('is refused: %s', (message, about) => {
    const read = () => aboutIn({ ...file, about })
    expect(read).toThrow(ScenarioError)
    expect(read).toThrow(message)
  })
})
