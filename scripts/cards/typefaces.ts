import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import subset from 'subset-font'
import { isInRanges } from '../unicode-ranges'

export const WEIGHTS = [400, 700] as const

export interface Typeface {
  readonly name: string
  readonly data: Buffer
  readonly weight: (typeof WEIGHTS)[number]
}

const PACKAGES = join('node_modules', '@fontsource-variable')

/** The typefaces for what is written on cards: that of the pages, and for Chinese the parts of another that have the characters. */
export async function typefaces(text: string): Promise<readonly Typeface[]> {
  const marks = [...new Set(text)].toSorted()
  const latin = cut('Inter', join(PACKAGES, 'inter', 'files', 'inter-latin-wght-normal.woff2'), marks)
  const chinese = partsFor(marks).map(({ part, own }) =>
    cut(`Noto Sans SC ${part}`, join(PACKAGES, 'noto-sans-sc', 'files', `noto-sans-sc-${part}-wght-normal.woff2`), own),
  )
  return (await Promise.all([latin, ...chinese])).flat()
}

async function cut(name: string, file: string, marks: readonly string[]): Promise<readonly Typeface[]> {
  const whole = readFileSync(file)
  return Promise.all(
    WEIGHTS.map(async (weight) => {
      const data = await subset(whole, marks.join(''), { targetFormat: 'truetype', variationAxes: { wght: weight } })
      return { name, data, weight }
    }),
  )
}

interface Part {
  readonly part: string
  readonly own: readonly string[]
}

/** The numbered parts of the Chinese typeface, each with the characters of a text that it has. */
function partsFor(marks: readonly string[]): readonly Part[] {
  const folder = join(PACKAGES, 'noto-sans-sc')
  const ranges: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'))
  const files = new Set(readdirSync(join(folder, 'files')))
  return Object.entries(ranges).flatMap(([key, range]) => {
    const part = key.replace(/[[\]]/g, '')
    const own = marks.filter((mark) => (mark.codePointAt(0) ?? 0) > LAST_LATIN && isInRanges(mark, range))
    return own.length > 0 && files.has(`noto-sans-sc-${part}-wght-normal.woff2`) ? [{ part, own }] : []
  })
}

const LAST_LATIN = 0x24f
