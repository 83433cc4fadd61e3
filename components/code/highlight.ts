import { createCssVariablesTheme, createHighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import bash from 'shiki/langs/bash.mjs'
import javascript from 'shiki/langs/javascript.mjs'
import python from 'shiki/langs/python.mjs'
import { redisConfGrammar } from './redis-conf-grammar'

/** Languages an article may fence its code in; `text` is left plain. */
export const LANGUAGES = ['redis.conf', 'sentinel.conf', 'bash', 'text', 'js', 'python'] as const

export type Language = (typeof LANGUAGES)[number]

/** A stretch of code and the class that colours it; plain text has none. */
export interface Token {
  text: string
  className?: string
}

export function isLanguage(name: string): name is Language {
  return LANGUAGES.some((language) => language === name)
}

// Colours are CSS variables, turned into classes below: the page's policy allows no inline style, and both themes and print
// share one markup.
const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: '--', fontStyle: false })

let highlighter: ReturnType<typeof createHighlighterCore> | undefined

/** The tokens of each line. Runs while pages are built, never in the browser. */
export async function highlight(code: string, language: Language): Promise<Token[][]> {
  highlighter ??= createHighlighterCore({
    themes: [theme],
    langs: [redisConfGrammar, bash, javascript, python],
    engine: createJavaScriptRegexEngine(),
  })
  const { tokens } = (await highlighter).codeToTokens(code, {
    lang: language,
    theme: 'tokens',
    // By itself Shiki gives up on a line after half a second: on a busy machine the same code would look different.
    tokenizeTimeLimit: 0,
  })
  return tokens.map((line) => line.map(({ content, color }) => ({ text: content, className: classOf(color) })))
}

function classOf(color: string | undefined): string | undefined {
  const name = /var\(--token-([a-z-]+)\)/.exec(color ?? '')?.[1]
  return name && `t-${name}`
}
