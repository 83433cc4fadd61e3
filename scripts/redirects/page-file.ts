import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Locale } from '@/lib/locale'

/** What stands at an address, in a language. */
export type TitleAt = (locale: Locale, address: string) => string

/** An address taken apart: the page within its language, and `#place` or nothing. */
export function partsOf(address: string): { page: string; place: string } {
  const [page = '', id] = address.split('#')
  return { page, place: id === undefined ? '' : `#${id}` }
}

/** The way from a page within the site, `/l/wait/`, up to the site's own front door. */
export function wayUp(path: string): string {
  return '../'.repeat(path.split('/').length - 2)
}

/** The style sheets that a site was built with, by their paths within it. */
export function stylesOf(site: string): readonly string[] {
  return readdirSync(join(site, '_next', 'static'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => `/_next/static/${file}`)
    .toSorted()
}

/** Writes a page of the site at a path such as `/l/wait/`. */
export function writePage(site: string, path: string, page: ReactElement): void {
  mkdirSync(join(site, path), { recursive: true })
  writeFileSync(join(site, path, 'index.html'), `<!DOCTYPE html>${renderToStaticMarkup(page)}`)
}
