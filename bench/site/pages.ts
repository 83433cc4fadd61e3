import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ARTICLE = 'en/split-brain/'

/** What is measured, by its place below the site's front door. The last two are made here, as deep as the article: addresses in them hold. */
export const PAGES = {
  'article with a demo': ARTICLE,
  home: 'en/',
  'how we know': 'en/how-we-know/',
  'article without its scripts': 'en/split-brain-without-scripts/',
  'bare page': 'en/bare/',
} as const satisfies Readonly<Record<string, string>>

export type PageName = keyof typeof PAGES

export const PAGE_NAMES = Object.keys(PAGES) as readonly PageName[]

/** Puts a built site into a folder, and beside its pages those that they are held against. */
export function layOut(site: string, folder: string): void {
  cpSync(site, folder, { recursive: true })
  const article = readFileSync(join(folder, ARTICLE, 'index.html'), 'utf8')
  write(join(folder, PAGES['article without its scripts']), withoutScripts(article))
  write(join(folder, PAGES['bare page']), barePage(article))
}

function write(folder: string, html: string): void {
  mkdirSync(folder)
  writeFileSync(join(folder, 'index.html'), html)
}

/** A page without its scripts, what they are fed, and the hints to fetch them early. What search engines read stays. */
export function withoutScripts(html: string): string {
  return html
    .replace(/<script\b(?![^>]*application\/ld\+json)[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<link\b[^>]*\s(?:as="script"|rel="modulepreload")[^>]*>/g, '')
}

/** The smallest page that the style sheets of a page can dress: one heading, one sentence, no hint of what to fetch early. */
export function barePage(html: string): string {
  const [, root = '<html lang="en">', head = ''] = /(<html\b[^>]*>)([\s\S]*?)<\/head>/.exec(html) ?? []
  const styles = head.match(/<link\b[^>]*\srel="stylesheet"[^>]*>|<style\b[^>]*>[\s\S]*?<\/style>/g) ?? []
  return [
    `<!DOCTYPE html>${root}<head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>`,
    '<title>A bare page</title><meta name="description" content="Nothing but the style sheets of this site."/>',
    '<link rel="icon" href="data:,"/>',
    ...styles,
    '</head><body><main><h1>A bare page</h1><p>Nothing but the style sheets of this site.</p></main></body></html>',
  ].join('')
}
