import { PLACEHOLDER } from '../placeholder'
import { problemAt, type Rule } from './source'

/** Nothing is left of what `npm run new` asks an author to write. */
export const placeholders: Rule = (articles) =>
  articles.flatMap((article) =>
    [...article.text.matchAll(new RegExp(`\\b${PLACEHOLDER}\\b`, 'g'))].map(({ index }) =>
      problemAt(article, index, `${PLACEHOLDER} is still to be written`),
    ),
  )
