/** @jsxImportSource preact */
// Writes the embeds, and what stands beside each, into the folder of a site that is being built: a stage of `npm run build`.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { renderToString } from 'preact-render-to-string'
import { EmbedPage, FRAME } from '@/components/embed/embed-page'
import { frameSvg } from '@/components/embed/frame/frame-svg'
import { oembedOf } from '@/components/embed/oembed'
import { storyboardText } from '@/components/embed/storyboard'
import { embedPath } from '@/lib/content/embed-address'
import { type Embed, embedsIn } from '@/lib/content/embeds'
import { LOCALES } from '@/lib/locale'
import { kindsOf } from '@/lib/sim/kinds/needed'
import { absolute, pagePath } from '@/lib/site'
import { embedScripts, listsName, scriptName, setFor } from './embeds/bundle.mjs'
import { embedStyle } from './embeds/style'

/** Beside the other scripts: as theirs, their names tell what they hold, and hosts let others have them. */
const FILES = '/islands/embeds/'

const [, , site = 'out'] = process.argv
const embeds = LOCALES.flatMap((locale) => embedsIn(locale).map((embed) => ({ locale, embed, set: setOf(embed) })))
const sets = [...new Set(embeds.map(({ set }) => set))]
const scripts = await embedScripts(sets, LOCALES)
const paths = new Map([...scripts].map(([name, text]) => [name, write(hashed(name, 'js', text), text)]))

const draw = ({ locale, embed, set }: (typeof embeds)[number], style: string): string =>
  `<!DOCTYPE html>${renderToString(
    <EmbedPage {...{ locale, embed, style }} script={pathOf(scriptName(set, locale))} lists={pathOf(listsName(locale))} />,
  )}`

// What the pages look like depends on the style sheet by its name only.
const style = await embedStyle([...scripts.values(), ...embeds.map((each) => draw(each, ''))])
const stylePath = write(hashed('embed', 'css', style), style)
for (const each of embeds) {
  const { locale, embed } = each
  const beside = (file: string, text: string) => write(embedPath(locale, embed.name, file), text)
  const run = embed.runs[embed.runs.length - 1]
  if (run === undefined) throw new Error(`${embed.name}: a demo of no run`)
  const address = absolute(pagePath(locale, embed.article.slug)) + (embed.section.id && `#${embed.section.id}`)
  beside('index.html', draw(each, stylePath))
  beside(FRAME, frameSvg({ locale, title: embed.title, run, address }))
  beside('storyboard.txt', storyboardText(locale, embed, address))
  beside('oembed.json', `${JSON.stringify(oembedOf(locale, embed))}\n`)
}

function setOf({ runs }: Embed): readonly string[] {
  return setFor([...new Set(runs.flatMap(({ scenario }) => [...kindsOf(scenario)]))])
}

function hashed(name: string, type: string, text: string): string {
  return `${FILES}${name}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.${type}`
}

function pathOf(name: string): string {
  const path = paths.get(name)
  if (path === undefined) throw new Error(`no script ${name}`)
  return path
}

/** Writes a file by its path within the site, which it returns. */
function write(path: string, text: string): string {
  const file = join(site, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return path
}
