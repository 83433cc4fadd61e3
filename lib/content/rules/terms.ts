import { problemAt, type Rule } from './source'

/** A term explains itself where a reader first meets it: its explanation has an id, and there is one of each on a page. */
export const terms: Rule = (articles) =>
  articles.flatMap((article) => {
    const known = new Set<string>()
    return [...article.text.matchAll(/<Term\s+id="([^"]*)"/g)].flatMap(({ 1: id = '', index }) => {
      const again = known.has(id)
      known.add(id)
      return again ? [problemAt(article, index, `a second <Term id="${id}">: a term explains itself where it first stands`)] : []
    })
  })
