// Gives every page of the built site its Content-Security-Policy; run by scripts/build.mjs after `next build`.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const CHARSET = '<meta charSet="utf-8"/>'
const INLINE_SCRIPT = /<script((?:\s[^>]*)?)>([\s\S]*?)<\/script>/g

/** Data that is read, not run. */
const DATA = /\stype="application\/(ld\+)?json"/

/** The policy of a page: its own files, and the inline scripts it was built with by their hashes; nothing else. */
export function policyOf(html) {
  const hashes = new Set()
  for (const [, attributes, source] of html.matchAll(INLINE_SCRIPT)) {
    if (/\ssrc=/.test(attributes) || DATA.test(attributes)) continue
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
    // No text becomes markup or code, whatever a script may try.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/**
 * The page with its policies at the head of its head, so that they govern all that follows; other sites learn nothing of where a
 * link was. The encoding stands before them: a host may not tell it, and browsers look for it in the first 1024 bytes only.
 */
export function withPolicy(html) {
  const head = /<head(\s[^>]*)?>/.exec(html)
  if (!head) throw new Error('a page without <head>')
  const at = head.index + head[0].length
  const policy = `<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}"/>`
  const rest = html.slice(at).replace(CHARSET, '')
  return `${html.slice(0, at)}${CHARSET}${policy}<meta name="referrer" content="same-origin"/>${rest}`
}

/** The page, changed since, with the policy that it has to have now. */
export function withPolicyRenewed(html) {
  const written = /(<meta http-equiv="Content-Security-Policy" content=")[^"]*/
  if (!written.test(html)) throw new Error('a page without a policy')
  return html.replace(written, (_, start) => start + policyOf(html))
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
