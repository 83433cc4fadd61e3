// Says where the site lives: lib/site.json, unless SITE_ADDRESS moves this build; and, by NOINDEX, who may list it. Used by next.config.js and the other scripts.
import { readFileSync } from 'node:fs'
import { BadInput } from '../lib/terminal/failure.mjs'

/** `href` is absolute; `basePath` is empty at the root of a host, else `/docs/redis`. @throws {BadInput} */
export function siteAddress() {
  const identity = JSON.parse(readFileSync(new URL('../lib/site.json', import.meta.url), 'utf8'))
  return readAddress(process.env.SITE_ADDRESS || identity.address)
}

/** Where the sources can be edited, such as `https://git.example/lost-writes/edit/main/`: what EDIT_ADDRESS says; empty where nobody does. @throws {BadInput} */
export function editAddress(text = process.env.EDIT_ADDRESS ?? '') {
  return text === '' ? '' : readAddress(text, 'EDIT_ADDRESS').href.replace(/\/*$/, '/')
}

/** Whether search engines are asked not to list the site. @throws {BadInput} */
export function isUnlisted(text = process.env.NOINDEX ?? '') {
  if (['', '0', '1'].includes(text)) return text === '1'
  throw new BadInput(`NOINDEX: expected 1, 0 or nothing, got ${JSON.stringify(text)}`)
}

/**
 * An address at which a site can live: links and canonical addresses are made from it.
 * @param {string} text
 * @param {string} [asked] who asked for it
 * @throws {BadInput}
 */
export function readAddress(text, asked = 'SITE_ADDRESS') {
  const url = URL.canParse(text) ? new URL(text) : null
  const problem = url === null ? 'not an absolute address' : problemOf(url)
  if (url === null || problem !== null) {
    throw new BadInput(
      `${asked}: expected an address such as https://wiki.example/docs/redis/, got ${JSON.stringify(text)}: ${problem}`,
    )
  }
  const { href, pathname } = url
  return { href, basePath: pathname.replace(/\/$/, '') }
}

function problemOf({ protocol, username, password, href, pathname }) {
  if (protocol !== 'https:' && protocol !== 'http:') return `${protocol} is neither http: nor https:`
  if (username !== '' || password !== '') return 'a user or password has no place in it'
  // A bare "?" or "#" leaves `search` and `hash` empty.
  if (/[?#]/.test(href)) return 'a query or fragment has no place in it'
  if (!/^(\/[\w.~%-]+)*\/?$/.test(pathname))
    return `its path ${pathname} has empty parts or characters beyond letters, digits and -._~`
  return null
}
