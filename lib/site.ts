import type { Locale } from './locale'
import identity from './site.json'

/**
 * Who the site is and where it lives. `SITE_ADDRESS` (with its path, e.g. `https://wiki.example/docs/redis/`) moves a build
 * elsewhere; the base path follows from it.
 */
const address = new URL(process.env.SITE_ADDRESS ?? identity.address)

export const site = {
  name: identity.name,
  /** Absolute, with a trailing slash. */
  address: address.href.replace(/\/*$/, '/'),
  /** Where the sources can be edited, with a trailing slash; empty where the site says nothing of it. */
  edit: process.env.EDIT_ADDRESS ?? '',
  /** Empty at the root of a host, else `/docs/redis`. */
  basePath: address.pathname.replace(/\/+$/, ''),
} as const

/** The path of a page within the site, without the base path. */
export function pagePath(locale: Locale, slug?: string): string {
  return slug ? `/${locale}/${slug}/` : `/${locale}/`
}

/** The path of anything on this host, with the base path: what a plain `href` takes. */
export function hostPath(path: string): string {
  return site.basePath + path
}

/** The absolute address of a page or file: for canonical links, alternates and the sitemap. */
export function absolute(path: string): string {
  return site.address + path.replace(/^\//, '')
}
