import { createCssVariablesTheme, createHighlighterCoreSync } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import bash from 'shiki/langs/bash.mjs'
import go from 'shiki/langs/go.mjs'
import ini from 'shiki/langs/ini.mjs'
import java from 'shiki/langs/java.mjs'
import javascript from 'shiki/langs/javascript.mjs'
import python from 'shiki/langs/python.mjs'
import sql from 'shiki/langs/sql.mjs'
import yaml from 'shiki/langs/yaml.mjs'
import type { FenceLanguage } from '@/lib/content/fence-languages'
import { redisConfGrammar } from './redis-conf-grammar'

/** What a stretch of code is, as Shiki's theme of CSS variables tells it. */
const KINDS = ['comment', 'keyword', 'function', 'string', 'string-expression', 'constant', 'parameter', 'punctuation'] as const

export type TokenKind = (typeof KINDS)[number]

/** A stretch of code; plain text is of no kind. */
export interface Token {
  readonly text: string
  readonly kind?: TokenKind
}

// Colours are CSS variables that name kinds; what a kind looks like is told by classes: the page's policy allows no inline style,
// and both themes and print share one markup.
const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: '--', fontStyle: false })

let highlighter: ReturnType<typeof createHighlighterCoreSync> | undefined

/** The tokens of each line. Runs while pages are built, never in the browser. */
export function highlight(code: string, language: FenceLanguage): Token[][] {
  highlighter ??= createHighlighterCoreSync({
    themes: [theme],
    langs: [redisConfGrammar, bash, javascript, python, java, go, yaml, sql, ini],
    langAlias: { 'my.cnf': 'ini' },
    engine: createJavaScriptRegexEngine(),
  })
  const { tokens } = highlighter.codeToTokens(code, {
    lang: language,
    theme: 'tokens',
    // By itself Shiki gives up on a line after half a second: on a busy machine the same code would look different.
    tokenizeTimeLimit: 0,
  })
  return tokens.map((line) => line.map(({ content, color }) => ({ text: content, kind: kindOf(color) })))
}

function kindOf(color: string | undefined): TokenKind | undefined {
  const name = /var\(--token-([a-z-]+)\)/.exec(color ?? '')?.[1]
  return KINDS.find((kind) => kind === name)
}
