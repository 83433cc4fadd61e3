// Takes Next's runtime out of the built site: its pages are files, and what is alive on them are islands of our own. Run by
// scripts/build-site.mjs after `next build`. Whatever it does not expect in a page fails the build: another Next may write another page.
import { readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SCRIPT = /<script((?:\s[^>]*)?)>([\s\S]*?)<\/script>/g
/** Data that is read and not run, our own bundle, and the few scripts that must run before the first paint. */
const OURS = [/\stype="application\/(ld\+)?json"/, /\stype="module" src="[^"]*\/islands\/[^"]+"/, /\sdata-own=""/]
const NEXT_FILE = /\ssrc="[^"]*\/_next\/static\/[^"]+\.js"/
const FLIGHT_DATA = /^(\(self\.__next_f=|self\.__next_f\.push\()/
const NEXT_INLINE = [FLIGHT_DATA, /^\(globalThis\["TURBOPACK"\]/]

/** What React leaves between texts, and around what it may draw anew. */
const MARKERS = /<!--(?: |\/?[$&!?]!?)?-->/g
/** Of what is preloaded, scripts are not wanted any more; nor is what tells the runtime how styles and fonts follow each other. */
const FOR_THE_RUNTIME = /<link\s[^>]*\bas="script"[^>]*>|<meta name="next-size-adjust" content=""\/>| data-precedence="next"/g
/** Where Next would put what it learns of a page later. */
const EMPTY_START = '<body><div hidden=""></div>'
/** Parts that came late, which a script would have put in their places. */
const LATE_PART = /<template id="[BP]:|<div hidden="" id="S:/

/**
 * A page without what only Next's runtime would read.
 * @throws {Error} the page is not one of Next's, or holds a script that nobody knows
 */
export function stripped(html) {
  if (LATE_PART.test(html)) throw new Error('a part of the page stands apart until a script puts it in its place')
  let flights = 0
  const pieces = []
  let behind = 0
  for (const { 0: whole, 1: attributes, 2: source, index } of html.matchAll(SCRIPT)) {
    pieces.push(withoutMarkers(html.slice(behind, index)))
    behind = index + whole.length
    if (OURS.some((own) => own.test(attributes))) pieces.push(whole)
    else if (FLIGHT_DATA.test(source)) flights += 1
    else if (!NEXT_FILE.test(attributes) && !NEXT_INLINE.some((known) => known.test(source)))
      throw new Error(`a script of an unknown kind: ${whole.slice(0, 120)}`)
  }
  if (flights === 0) throw new Error('no flight data: not a page that Next has written')
  return [...pieces, withoutMarkers(html.slice(behind))].join('').replace(EMPTY_START, '<body>')
}

function withoutMarkers(markup) {
  return markup.replace(FOR_THE_RUNTIME, '').replace(MARKERS, '')
}

/** Whether a file of the export serves Next's runtime alone: its scripts, and pages as data. */
function isOfTheRuntime(file) {
  return /(^|\/)(__next\.[^/]*|index|404|_not-found)\.txt$/.test(file) || /^_next\/static\/.*\.js$/.test(file)
}

/** Strips every page under a folder and removes what then is asked for by none. @throws {Error} naming the page */
export function stripSite(folder) {
  for (const file of readdirSync(folder, { recursive: true })) {
    const path = join(folder, file)
    if (isOfTheRuntime(file)) rmSync(path)
    if (!file.endsWith('.html')) continue
    try {
      writeFileSync(path, stripped(readFileSync(path, 'utf8')))
    } catch (error) {
      throw new Error(`${file}: ${error.message}`)
    }
  }
  removeEmptyFolders(folder)
}

function removeEmptyFolders(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name))
  if (readdirSync(folder).length === 0) rmdirSync(folder)
}
