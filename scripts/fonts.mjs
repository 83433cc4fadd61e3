// Cuts the typefaces down to what the pages use of them, into .cache/fonts/; run by scripts/build-site.mjs and scripts/dev.mjs.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './stages.mjs'

const FROM = join(root, 'node_modules', '@fontsource-variable')
const INTO = join(root, '.cache', 'fonts')

/** Each typeface with the features that the style sheets leave on; what stands in code has no ligatures. */
const TYPEFACES = {
  inter: { features: ['ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'tnum'] },
  'jetbrains-mono': { features: ['ccmp', 'mark', 'mkmk'] },
}

/** The lightest and the boldest that the style sheets ask for. */
const WEIGHTS = { min: 400, max: 700 }

/** Where the words of the pages stand, and the signs that components draw. */
const WRITTEN_IN = ['app', 'components', 'content', 'lib']

/** ASCII, and every other mark that stands in the sources: of those a typeface keeps the ones that it has. */
export function marksInUse() {
  const marks = new Set(Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index)))
  // No source shows it: it stands behind the mark of a Chinese instant (`lib/content/remark-instants.ts`).
  marks.add('\u00a0')
  for (const room of WRITTEN_IN)
    for (const file of readdirSync(join(root, room), { recursive: true, withFileTypes: true }))
      if (file.isFile() && /\.(css|json|mdx|tsx?)$/.test(file.name))
        for (const mark of readFileSync(join(file.parentPath, file.name), 'utf8')) marks.add(mark)
  return [...marks].filter((mark) => mark >= ' ').sort()
}

if (process.argv[1] === import.meta.filename) {
  const { default: subset } = await import('subset-font')
  rmSync(INTO, { recursive: true, force: true })
  mkdirSync(INTO, { recursive: true })
  const text = marksInUse().join('')
  for (const [name, { features }] of Object.entries(TYPEFACES)) {
    const whole = readFileSync(join(FROM, name, 'files', `${name}-latin-wght-normal.woff2`))
    const options = { targetFormat: 'woff2', keepFeatures: features, variationAxes: { wght: WEIGHTS }, noHinting: true }
    writeFileSync(join(INTO, `${name}.woff2`), await subset(whole, text, options))
  }
}
