import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import moved from '@/content/moved.json'
import { SHORT_LINKS } from '@/lib/content/short-links'
import { LOCALES } from '@/lib/locale'
import { siteAddress } from '../scripts/address.mjs'
import { OUT } from './browser'

/** A page of the built site as its file holds it. */
export interface OutputPage {
  /** Within out/: `en/split-brain/index.html`. */
  file: string
  /** As a reader's browser asks for it, with the base path: `/en/split-brain/`. */
  path: string
  html: string
}

/** Every page of out/. */
export function outputPages(): OutputPage[] {
  return readdirSync(OUT, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => ({
      file,
      path: `${siteAddress().basePath}/${file.replace(/index\.html$/, '')}`,
      html: readFileSync(join(OUT, file), 'utf8'),
    }))
}

/** Pages a reader is meant to find: all but those shown instead of a missing page, in the frames of other sites, or only to lead on. */
export function readersPages(): OutputPage[] {
  return outputPages().filter((page) => ![isMissingPage, leadsOn, isEmbed].some((others) => others(page)))
}

/** Whether it is shown instead of a page that is not there. */
export function isMissingPage({ file }: OutputPage): boolean {
  return /^(404|_not-found)/.test(file)
}

/** Whether it is a short link, or stands where a page was. */
export function leadsOn({ file }: OutputPage): boolean {
  return (
    file.startsWith(`${SHORT_LINKS}/`) ||
    LOCALES.some((locale) => Object.keys(moved).some((page) => file === `${locale}/${page}index.html`))
  )
}

/** Whether a page is a demo for the frames of others. */
export function isEmbed({ file }: OutputPage): boolean {
  return file.startsWith('embed/')
}

/** The text of a built file by the address a browser asks for. Tests that change what arrives read it here, so that no answer is awaited. */
export function builtText(url: string): string {
  const path = decodeURI(new URL(url).pathname).slice(siteAddress().basePath.length)
  return readFileSync(join(OUT, path.endsWith('/') ? `${path}index.html` : path), 'utf8')
}

/** The values of an attribute over all tags of a name. */
export function attributes(html: string, tag: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`<${tag}\\b[^>]*?\\s${name}="([^"]*)"`, 'gi'))].map((match) => decoded(match[1] ?? ''))
}

function decoded(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
