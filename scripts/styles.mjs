// Leaves to each page the styles that it has a use for, in one file. Run by scripts/build-site.mjs on the stripped pages.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const STYLESHEET = /<link rel="stylesheet" href="([^"]+)"[^>]*>/g
const CLASS = /\.((?:[\w-]|[^\0-\x7f]|\\(?:[\da-f]{1,6} ?|.))+)/gi
const ESCAPED = /\\(?:([\da-f]{1,6}) ?|(.))/gi
const ENTITIES = { '&amp;': '&', '&quot;': '"', '&#x27;': "'", '&lt;': '<', '&gt;': '>' }

/**
 * The rules of a style sheet that a page can have a use for: all but those of classes that stand neither in its markup nor among those
 * that scripts may draw there.
 * @param {string} css
 * @param {string} html
 * @param {readonly string[]} drawn
 */
export async function usedStyles(css, html, drawn) {
  // A build that has yet to install its packages reads this file, too.
  const { PurgeCSS } = await import('purgecss')
  const words = css.match(/[\w-]+/g) ?? []
  const found = {
    classes: [...namesIn(html), ...drawn],
    ids: words,
    tags: words,
    attributes: { names: words, values: words },
    undetermined: [],
  }
  const [{ css: used }] = await new PurgeCSS().purge({
    content: [{ raw: '', extension: 'html' }],
    css: [{ raw: css }],
    // It stands for any element, and so names none.
    safelist: { greedy: [/^:lang/] },
    extractors: [{ extensions: ['html'], extractor: () => found }],
  })
  return used
}

/** The classes of a style sheet that stand, whole, in a script. */
export function drawnClasses(css, script) {
  const names = new Set(Array.from(css.matchAll(CLASS), ([, name]) => name.replaceAll(ESCAPED, unescaped)))
  return [...names].filter((name) => script.includes(name))
}

function unescaped(_, code, mark) {
  return code === undefined ? mark : String.fromCodePoint(Number.parseInt(code, 16))
}

/** Whatever stands between spaces, brackets and quotation marks in markup. */
function namesIn(markup) {
  const names = new Set(markup.split(/[\s"<>]+/))
  return Array.from(names, (name) => name.replaceAll(/&(?:amp|quot|#x27|lt|gt);/g, (entity) => ENTITIES[entity]))
}

/** Gives every page under a folder one style sheet instead of those that it links to. `basePath`: where the folder will be served. */
export async function cutStyles(folder, basePath) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const text = (file) => readFileSync(join(folder, file), 'utf8')
  const texts = (pattern) => files.filter((file) => pattern.test(file)).map(text)
  const drawn = drawnClasses(texts(/\.css$/).join(''), texts(/^islands\/.*\.js$/).join('\n'))
  const whole = new Set()
  for (const page of files.filter((file) => file.endsWith('.html'))) {
    const html = text(page)
    const sheets = Array.from(html.matchAll(STYLESHEET), ([, href]) => href.slice(basePath.length + 1))
    if (sheets.length === 0) continue
    const used = await usedStyles(sheets.map(text).join(''), html, drawn)
    // Beside those that it is made of: they name fonts by their distance. Pages with a use for the same share it.
    const made = join(dirname(sheets[0]), `${createHash('sha256').update(used).digest('hex').slice(0, 12)}.css`)
    writeFileSync(join(folder, made), used)
    writeFileSync(join(folder, page), withOneSheet(html, `${basePath}/${made}`))
    for (const sheet of sheets) whole.add(sheet)
  }
  for (const sheet of whole) rmSync(join(folder, sheet))
}

function withOneSheet(html, href) {
  const [first] = html.match(STYLESHEET) ?? []
  return html.replaceAll(STYLESHEET, (link) => (link === first ? `<link rel="stylesheet" href="${href}"/>` : ''))
}
