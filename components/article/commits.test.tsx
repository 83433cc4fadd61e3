import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { commits } from '@/lib/commits/commits'
import { COMMITS, DEATH_NAMES } from '@/lib/commits/scenario'
import { LOCALES } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { BUTTONS, SHOWN_AT_DEATH } from './commit-shown'
import { Commits } from './commits'

describe.each(LOCALES)('the figure of four commits in %s', (locale) => {
  const html = renderToStaticMarkup(<Commits locale={locale} />)
  const text = html.replace(/<[^>]*>/g, '')
  const told = words(locale).commits
  const lost = commits().flatMap(({ outcomes }) => outcomes.filter(({ fate }) => fate === 'lost'))

  it('names each commit, and each instant at which a server dies', () => {
    for (const commit of COMMITS) expect(text).toContain(told.names[commit])
    for (const death of DEATH_NAMES) expect(text).toContain(told.deaths[death])
  })

  it('has a table of every crash, for those who choose nothing', () => {
    const [, table = ''] = /<tbody.*?>(.*)<\/tbody>/.exec(html) ?? []
    expect(table.match(/<td/g)).toHaveLength(COMMITS.length * DEATH_NAMES.length)
  })

  it('says in words when others can read it', () => {
    for (const each of commits()) expect(text).toContain(told.told(each))
  })

  it('is vermilion where an acknowledged write is lost, beside the drawing and in the table, and nowhere else', () => {
    expect(lost.length).toBeGreaterThan(0)
    expect(html.match(/text-lost/g)).toHaveLength(2 * lost.length)
  })

  it('draws what the policy allows: attributes, no styles', () => {
    expect(html).not.toContain('style=')
  })
})

it('shows what belongs to a death while its button is chosen', () => {
  for (const [name, id] of Object.entries(BUTTONS)) {
    expect(SHOWN_AT_DEATH).toHaveProperty(name, expect.stringContaining(`#${id}:checked`))
  }
})
