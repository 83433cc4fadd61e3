import { FENCE, INLINE_CODE, LINK_TARGET, problemAt, type Rule, STATEMENT, TAG, without } from './source'

/** Where an old name is the name of something, or what somebody said: code, quotations, aliases in brackets, what others called their pages. */
const ALLOWED = [
  /\[[^\]\n]*\]\(https?:[^)\n]*\)/g,
  FENCE,
  INLINE_CODE,
  STATEMENT,
  TAG,
  LINK_TARGET,
  /“[^”\n]*”/g,
  /‘[^’\n]*’/g,
  /（[^（）\n]*）/g,
  /\([^()\n]*\)/g,
  /^>.*$/gm,
]

/** A part of a longer name is none of it: `min-slaves-to-write`, `master_replid`. */
const OLD = /(?<![\w-])(masters?|slaves?|salves?)(?![\w-])/gi

const NOW: Readonly<Record<string, string>> = { m: 'primary（主节点）', s: 'replica（从节点）' }

/** In our own words a primary is a primary and a replica a replica; old names stand as aliases in brackets, and in quotations. */
export const oldTerms: Rule = (articles) =>
  articles.flatMap((article) => {
    const own = without(article.text, ...ALLOWED)
    return [...own.matchAll(OLD)].map(({ 0: term, index }) =>
      problemAt(article, index, `“${term}” outside of code, quotation and brackets; say ${NOW[term.charAt(0).toLowerCase()]}`),
    )
  })
