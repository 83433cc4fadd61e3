import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { measured } from '@/lib/evidence/measured'
import type { EvidenceName } from '@/lib/evidence/subjects'
import type { Locale } from '@/lib/locale'
import { Measured } from './measured'

const markup = (scenario: EvidenceName, of: string, locale: Locale = 'en') =>
  renderToStaticMarkup(<Measured scenario={scenario} of={of} locale={locale} />)
const text = (html: string) => html.replace(/<[^>]*>/g, '')

describe('a figure of real servers in the prose', () => {
  it('is the range of the recorded runs, and leads to them', () => {
    const { least, most } = measured('split-brain', 'lost')
    const html = markup('split-brain', 'lost')
    expect(text(html)).toBe(`${least.toLocaleString('en')}–${most.toLocaleString('en')}`)
    // The build adds the slash before the fragment.
    expect(html).toMatch(/href="\/en\/how-we-know\/partition\/#split-brain"/)
    expect(html).toMatch(/title="5 runs of Redis [\d.]+: [^"]+"/)
  })

  it('is one number where all runs agree', () => {
    expect(text(markup('wait-other-connection', 'returned 2'))).toBe('2')
  })

  it('has its unit once, in the words of the language', () => {
    expect(text(markup('split-brain', 'demotedAfterHeal r1'))).toMatch(/^\d+\.\d–\d+\.\d s$/)
    expect(text(markup('split-brain', 'demotedAfterHeal r1', 'zh-CN'))).toMatch(/^\d+\.\d～\d+\.\d 秒$/)
  })

  it('fails the build where the page has no such scenario', () => {
    // As an article may say, whose types nobody has checked yet.
    expect(() => markup('nowhere' as EvidenceName, 'lost')).toThrow('no such scenario')
  })
})
