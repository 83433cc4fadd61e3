import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { FAILURE_NAMES } from '@/lib/durability/failures'
import { durabilityMatrix } from '@/lib/durability/matrix'
import { MEASURE_NAMES, MEASURES } from '@/lib/durability/measures'
import { LOCALES } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { Durability } from './durability'

describe.each(LOCALES)('the matrix of failures and disks in %s', (locale) => {
  const html = renderToStaticMarkup(<Durability locale={locale} />)
  const { durability, site } = words(locale)
  const cells = [...html.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, ''))
  const losses = durabilityMatrix().flatMap((row) => row.losses)

  it('has a row for each failure, and in each cell what it is met with, what is lost and of how many', () => {
    for (const failure of FAILURE_NAMES) expect(html).toContain(durability.failures[failure])
    expect(cells).toEqual(
      losses.map(({ measure, lost, of }) => {
        const { command, aof } = MEASURES[measure]
        return `${command ?? ''}${durability.aof[aof]}${site.number(lost)} ${durability.of(site.number(of))}`
      }),
    )
  })

  it('heads its columns by what counts: three by OK, the others by what a command confirmed', () => {
    const spans = [...html.matchAll(/colSpan="(\d)"/gi)].map(([, span]) => Number(span))
    expect(spans).toEqual([3, MEASURE_NAMES.length - 3])
  })

  it('is vermilion where something is lost, and nowhere else', () => {
    expect(html.match(/text-lost/g)).toHaveLength(losses.filter(({ lost }) => lost > 0).length)
  })

  it('draws what the policy allows: no styles', () => {
    expect(html).not.toContain('style=')
  })
})
