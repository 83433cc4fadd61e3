import { LOCALES } from '@/lib/locale'
import { headingsOf } from '../heading'
import { problemAt, type Rule, type Source } from './source'

/** Each article is there in every language, with the same headings in the same order; paragraphs may differ. */
export const translations: Rule = (articles) => {
  const slugs = [...new Set(articles.map(({ path }) => slugOf(path)))]
  return slugs.flatMap((slug) => {
    const [first, ...others] = LOCALES.map((locale) => articles.find(({ path }) => path === `${locale}/${slug}`))
    const present = [first, ...others].find((article) => article !== undefined)
    return LOCALES.flatMap((locale, index) => {
      const article = index === 0 ? first : others[index - 1]
      if (article === undefined) return [`content/${locale}/${slug} is missing; there is content/${present?.path}`]
      return first === undefined || index === 0 ? [] : differences(first, article)
    })
  })
}

function slugOf(path: string): string {
  return path.slice(path.indexOf('/') + 1)
}

/** The first heading that differs is told: what follows it differs by it. */
function differences(first: Source, other: Source): readonly string[] {
  const [ours, theirs] = [first, other].map(({ text }) => headingsOf(text).map(({ id, depth }) => `${'#'.repeat(depth)} #${id}`))
  if (ours === undefined || theirs === undefined) return []
  const at = Math.max(ours.length, theirs.length)
  const differs = Array.from({ length: at }, (_, index) => index).find((index) => ours[index] !== theirs[index])
  if (differs === undefined) return []
  const found = theirs[differs]?.split(' ')[1]
  const index = found === undefined ? other.text.length : other.text.indexOf(`[${found}]`)
  const [got, expected] = [theirs, ours].map((headings) =>
    headings[differs] === undefined ? 'no heading' : `“${headings[differs]}”`,
  )
  return [problemAt(other, index, `${got} where content/${first.path} has ${expected}: the ids are the same in every language`)]
}
