import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { policyOf, withPolicy } from './csp.mjs'

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

test('inline scripts are allowed by their exact text, files by their origin', () => {
  const policy = policyOf('<head><script>let a = 1\n</script></head><script src="/a.js" async=""></script><script>b()</script>')
  expect(policy).toContain(`script-src 'self' ${sha256('let a = 1\n')} ${sha256('b()')};`)
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
})

test('the same script twice is one hash', () => {
  expect(policyOf('<script>a()</script><script id="x">a()</script>').match(/sha256-/g)).toHaveLength(1)
})

test('data is not run, and needs no hash', () => {
  const html = '<script type="application/ld+json">{}</script><script type="application/json">{}</script><script>a()</script>'
  expect(policyOf(html).match(/sha256-/g)).toHaveLength(1)
})

test('the encoding, once, and the policy stand first in the head', () => {
  const html = withPolicy('<html><head lang="en"><script>a()</script><meta charSet="utf-8"/></head></html>')
  expect(html).toMatch(
    /^<html><head lang="en"><meta charSet="utf-8"\/><meta http-equiv="Content-Security-Policy" content="default-src 'none';[^"]*"\/><meta name="referrer" content="same-origin"\/><script>a\(\)<\/script><\/head><\/html>$/,
  )
})

test('a page without a head is refused', () => {
  expect(() => withPolicy('<p>hello</p>')).toThrow('head')
})
