import { describe, expect, it } from 'vitest'
import { barePage, withoutScripts } from './pages'

const PAGE = [
  '<!DOCTYPE html><html lang="en" class="inter"><head><link rel="stylesheet" href="/a.css"/><style>p{color:red}</style>',
  '<link rel="preload" href="/f.woff2" as="font"/><link rel="preload" href="/b.js" as="script"/><link rel="modulepreload" href="/c.js"/>',
  '<script src="/b.js" async=""></script><script>flight("<p>")</script>',
  '<script type="application/ld+json">{"@type":"Article"}</script></head>',
  '<body><p>Prose</p><script type="application/json">{"takes":[]}</script><style>svg{}</style></body></html>',
].join('')

describe('what a page is held against', () => {
  it('is the same page without scripts, their data and their hints', () => {
    expect(withoutScripts(PAGE)).toBe(
      [
        '<!DOCTYPE html><html lang="en" class="inter"><head><link rel="stylesheet" href="/a.css"/><style>p{color:red}</style>',
        '<link rel="preload" href="/f.woff2" as="font"/>',
        '<script type="application/ld+json">{"@type":"Article"}</script></head>',
        '<body><p>Prose</p><style>svg{}</style></body></html>',
      ].join(''),
    )
  })

  it('is a page of its own with the style sheets of that one, and nothing else of it', () => {
    const bare = barePage(PAGE)
    expect(bare).toContain('<html lang="en" class="inter">')
    expect(bare).toContain('<link rel="stylesheet" href="/a.css"/><style>p{color:red}</style></head>')
    expect(bare).not.toMatch(/<script|preload|Prose|svg/)
  })
})
