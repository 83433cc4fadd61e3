// Gives every page of the built site its Content-Security-Policy; run by scripts/build.mjs after `next build`.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const INLINE_SCRIPT = /<script((?:\s[^>]*)?)>([\s\S]*?)<\/script>/g

/** The policy of a page: its own files, and the inline scripts it was built with by their hashes; nothing else. */
export function policyOf(html) {
  const hashes = new Set()
  for (const [, attributes, source] of html.matchAll(INLINE_SCRIPT)) {
    if (/\ssrc=/.test(attributes)) continue
    hashes.add(`'sha256-${createHash('sha256').update(source).digest('base64')}'`)
  }
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hashes].join(' '),
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** The page with its policy as the first thing in its head, so that it governs all that follows. */
export function withPolicy(html) {
  const head = /<head(\s[^>]*)?>/.exec(html)
  if (!head) throw new Error('a page without <head>')
  const at = head.index + head[0].length
  return `${html.slice(0, at)}<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}"/>${html.slice(at)}`
}

/** Rewrites every .html file under a folder; returns how many there were. */
export function addPolicies(folder) {
  const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html'))
  for (const page of pages) {
    const path = join(folder, page)
    writeFileSync(path, withPolicy(readFileSync(path, 'utf8')))
  }
  return pages.length
}
