import { LOCALES } from '@/lib/locale'
import { isTag, TAGS } from '../tags'
import { problemAt, type Rule, type Source } from './source'

const LINE = /^tags: \[(.*)\]$/m

/** Every tag is one of those that there are, and an article has the same ones in every language. */
export const tags: Rule = (articles) => [
  ...articles.flatMap(unknownIn),
  ...articles.flatMap((article) => otherwiseIn(article, articles)),
]

function unknownIn(article: Source): readonly string[] {
  const line = LINE.exec(article.text)
  if (line === null)
    return [problemAt(article, 0, `no tags in the front matter: write tags: [${TAGS[0]}]; there are ${TAGS.join(', ')}`)]
  let at = line.index + 'tags: ['.length
  return (line[1] ?? '').split(',').flatMap((part) => {
    const start = at + part.length - part.trimStart().length
    at += part.length + 1
    return isTag(part.trim()) ? [] : [problemAt(article, start, `no tag “${part.trim()}”; there are ${TAGS.join(', ')}`)]
  })
}

function otherwiseIn(article: Source, articles: readonly Source[]): readonly string[] {
  const [locale = '', file] = article.path.split('/')
  if (locale === LOCALES[0]) return []
  const first = articles.find(({ path }) => path === `${LOCALES[0]}/${file}`)
  const [own, line] = [LINE.exec(article.text), first && LINE.exec(first.text)]
  if (!first || !own || !line || own[1] === line[1]) return []
  return [
    problemAt(
      article,
      own.index,
      `tags [${own[1]}] where content/${first.path} has [${line[1]}]: they are the same in every language`,
    ),
  ]
}
