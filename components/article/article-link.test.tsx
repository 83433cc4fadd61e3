import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ArticleLink } from './article-link'

it.each([
  ['zh-CN', 'Redis replication', true],
  ['zh-CN', '“always a window for losing acknowledged writes”', true],
  ['zh-CN', '回应', false],
  ['zh-CN', 'WAIT 能提供强一致吗？', false],
  ['zh-CN', 'redis/redis#6062', false],
  ['en', 'Redis replication', false],
] as const)('a link in %s that reads %s is marked as English: %s', (locale, text, marked) => {
  const html = renderToStaticMarkup(
    <ArticleLink locale={locale} href="https://redis.io/">
      {text}
    </ArticleLink>,
  )
  expect(html.includes(' lang="en"')).toBe(marked)
})
