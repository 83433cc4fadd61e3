// What every article keeps to, and what is said where one does not.
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/locale'
import { readArticles } from '../article-files'
import { TAGS } from '../tags'
import { RULES } from './rules'
import type { Source } from './source'

const content = readArticles()

describe('the articles', () => {
  it.each(Object.entries(RULES))('keep to %s', (_, rule) => {
    expect(content.length).toBeGreaterThan(LOCALES.length)
    expect(rule(content)).toEqual([])
  })
})

const HEAD = '---\ntitle: Wrong\n---\n'
/** What stands on line 4 and below of an article that is the same in every language. */
const written = (text: string): readonly Source[] => LOCALES.map((locale) => ({ path: `${locale}/wrong.mdx`, text: HEAD + text }))
const english = (text: string) => written(text).filter(({ path }) => path.startsWith('en/'))

describe('links', () => {
  const article = (text: string) => RULES.links(english(`## Here [#here]\n\n${text}\n`))

  it.each([
    [
      'to nowhere',
      'See [x](../nowhere/).',
      '6:9 a link to a page that is not there, “nowhere”; there are symptoms, how-we-know, glossary, ',
    ],
    [
      'to an id that its page has not',
      'See [x](#there).',
      '6:9 a link to #there, which wrong has not; it has here, versions, sources',
    ],
    [
      'to an id that another page has not',
      '[x](../how-we-know/#there)',
      '6:5 a link to #there, which how-we-know has not; it has method',
    ],
    [
      'to a scenario that its subject has not',
      '[x](../how-we-know/gate/#split-brain)',
      '6:5 a link to #split-brain, which how-we-know/gate',
    ],
    ['of a host', '[x](/en/wait/)', '6:5 a link to “/en/wait/”: to another page it reads ../wait/#same-connection'],
    ['without its slash', '[x](../wrong#here)', '6:5 a link to “../wrong#here”'],
    ['to nothing', '[x]()', '6:5 a link to “”'],
    ['to an address that is none', '[x](https://)', '6:5 https:// is no address'],
  ])('%s', (_, text, message) => {
    expect(article(text)).toEqual([expect.stringContaining(`content/en/wrong.mdx:${message}`)])
  })

  it.each([
    '[x](#here)',
    '[x](../wrong/#sources)',
    '[x](../#articles)',
    '[x](../how-we-know/partition/#split-brain)',
    '[x](#demo-split-brain~heal-after-5)',
    '[x](https://redis.io/docs/)',
    '`[x](../nowhere/)`',
    '```text\n[x](../nowhere/)\n```',
  ])('nothing in %s', (text) => {
    expect(article(text)).toEqual([])
  })
})

describe('old terms', () => {
  it.each([
    ['The slave is behind.', '4:5 “slave” outside of code, quotation and brackets; say replica'],
    ['Two Masters at once.', '4:5 “Masters” outside of code, quotation and brackets; say primary'],
    ['切换到 master。', '4:5 “master” outside'],
    ['一个 salve 被提升。', '4:4 “salve” outside'],
    ['| a | the slave |', '4:11 “slave” outside'],
  ])('%s', (text, message) => {
    expect(RULES.oldTerms(english(text))).toEqual([expect.stringContaining(`content/en/wrong.mdx:${message}`)])
  })

  it.each([
    '`SLAVEOF` and `role:master`',
    'once called “slave”',
    '从节点（replica，旧称 slave）',
    'the replica (formerly slave)',
    'the old name, min-slaves-to-write',
    '> the master died',
    '```text\nMASTER <-> REPLICA sync\n```',
    '- [Safety when master has persistence turned off](https://redis.io/docs/#master)\n- mastery',
  ])('nothing in %s', (text) => {
    expect(RULES.oldTerms(english(text))).toEqual([])
  })
})

describe('placeholders', () => {
  it('are found wherever they stand', () => {
    expect(RULES.placeholders([{ path: 'en/wrong.mdx', text: '---\ntitle: TODO ask\n---\n\na TODO\n' }])).toEqual([
      'content/en/wrong.mdx:2:8 TODO is still to be written',
      'content/en/wrong.mdx:5:3 TODO is still to be written',
    ])
  })
})

describe('terms', () => {
  it('explain themselves once', () => {
    const text = 'A <Term id="quorum" /> and a <Term id="offset">position</Term>.\n\nThe <Term id="quorum">quorum</Term> again.'
    expect(RULES.terms(english(text))).toEqual([
      'content/en/wrong.mdx:6:5 a second <Term id="quorum">: a term explains itself where it first stands',
    ])
    expect(RULES.terms(written('A <Term id="quorum" />.'))).toEqual([])
  })
})

describe('tags', () => {
  const tagged = (locale: string, line: string) => ({ path: `${locale}/wrong.mdx`, text: `---\ntitle: Wrong\n${line}\n---\n` })

  it.each([
    ['one that there is not', 'tags: [wait, sentinal]', 'content/en/wrong.mdx:3:14 no tag “sentinal”; there are failover, '],
    ['none', 'order: 1', 'content/en/wrong.mdx:1:1 no tags in the front matter: write tags: [failover]; there are failover, '],
  ])('%s', (_, line, message) => {
    expect(RULES.tags([tagged('en', line)])).toEqual([expect.stringContaining(message)])
  })

  it('others than in another language', () => {
    expect(RULES.tags([tagged('en', 'tags: [wait]'), tagged('zh-CN', 'tags: [locks]')])).toEqual([
      'content/zh-CN/wrong.mdx:3:1 tags [locks] where content/en/wrong.mdx has [wait]: they are the same in every language',
    ])
    expect(RULES.tags([tagged('en', 'tags: [wait, locks]'), tagged('zh-CN', 'tags: [wait, locks]')])).toEqual([])
  })

  it('each is that of more than one article', () => {
    const lines = content.filter(({ path }) => path.startsWith('en/')).map(({ text }) => /^tags: .*$/m.exec(text)?.[0] ?? '')
    const rare = TAGS.filter((tag) => lines.filter((line) => line.split(/[^\w-]+/).includes(tag)).length < 2)
    expect(rare).toEqual([])
  })
})

describe('translations', () => {
  const source = (path: string, text: string) => ({ path, text })
  it('one that is missing', () => {
    expect(RULES.translations([source('en/wrong.mdx', '')])).toEqual([
      'content/zh-CN/wrong.mdx is missing; there is content/en/wrong.mdx',
    ])
    expect(RULES.translations([source('zh-CN/wrong.mdx', '')])).toEqual([
      'content/en/wrong.mdx is missing; there is content/zh-CN/wrong.mdx',
    ])
  })

  it.each([
    ['another id', '## A [#a]\n\n## B [#b]', '## 甲 [#a]\n\n## 乙 [#c]', '3:6 “## #c” where content/en/wrong.mdx has “## #b”'],
    ['another order', '## A [#a]\n\n## B [#b]', '## 乙 [#b]\n\n## 甲 [#a]', '1:6 “## #b” where content/en/wrong.mdx has “## #a”'],
    ['another depth', '## A [#a]', '### 甲 [#a]', '1:7 “### #a” where content/en/wrong.mdx has “## #a”'],
    ['one less', '## A [#a]\n\n## B [#b]', '## 甲 [#a]', '1:10 no heading where content/en/wrong.mdx has “## #b”'],
    ['one more', '## A [#a]', '## 甲 [#a]\n\n## 乙 [#b]', '3:6 “## #b” where content/en/wrong.mdx has no heading'],
  ])('%s', (_, en, zh, message) => {
    const found = RULES.translations([source('en/wrong.mdx', en), source('zh-CN/wrong.mdx', zh)])
    expect(found).toEqual([`content/zh-CN/wrong.mdx:${message}: the ids are the same in every language`])
  })

  it('say nothing of paragraphs', () => {
    expect(RULES.translations([source('en/a.mdx', '## A [#a]\n\nx'), source('zh-CN/a.mdx', '## 甲 [#a]\n\nx\n\ny')])).toEqual([])
  })
})

describe('recommendations', () => {
  const conf = (language: string, ...lines: readonly string[]) => `\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n`
  const found = (...texts: readonly string[]) =>
    RULES.recommendations(texts.map((text, index) => ({ path: `en/${index}.mdx`, text: `\n${text}` })))

  it.each([
    ['what <Guide> says otherwise', 'redis.conf', 'min-replicas-max-lag 10', 'min-replicas-max-lag 10, where <Guide> has 3'],
    ['under its old name', 'redis.conf', 'min-slaves-max-lag 10', 'min-replicas-max-lag 10, where <Guide> has 3'],
    [
      'of a sentinel',
      'sentinel.conf',
      'sentinel down-after-milliseconds mymaster 30000',
      'sentinel down-after-milliseconds 30000, where',
    ],
    ['what only some answers bring', 'redis.conf', 'appendfsync everysec', 'appendfsync everysec, where <Guide> has always'],
    ['of a quorum', 'sentinel.conf', 'sentinel monitor m r1 6379 1', 'sentinel monitor 1, where <Guide> has 2'],
  ])('%s', (_, language, line, message) => {
    expect(found(conf(language, '# a comment', line))).toEqual([expect.stringContaining(`content/en/0.mdx:4:1 ${message}`)])
  })

  it('what another article says otherwise', () => {
    const [problem] = found(conf('redis.conf', 'repl-timeout 60'), `above\n\n${conf('redis.conf', 'repl-timeout 30')}`)
    expect(problem).toContain('content/en/1.mdx:5:1 repl-timeout 30, where content/en/0.mdx:3:1 has 60: one setting')
  })

  it.each([
    conf('redis.conf', 'min-replicas-max-lag 3', '# min-replicas-max-lag 10', ''),
    conf('redis.conf example', 'min-replicas-max-lag 10'),
    conf('text', 'min-replicas-max-lag 10'),
    conf('sentinel.conf', 'sentinel monitor mymaster 10.0.0.1 6379 2', 'sentinel resolve-hostnames yes'),
    conf('redis.conf', 'replicaof r2 6379') + conf('redis.conf', 'replicaof r1 6379'),
  ])('nothing in %s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('typed figures', () => {
  it.each([
    'On real servers of version 7.0.15 the demotion came 10 to 12 seconds after a heal.',
    'After 20 seconds, 9,201 writes had been accepted and none rejected.',
    'The replica was 8.6 MB behind.',
    'Writes were still accepted 22.4 seconds after the cut.',
    'It lost 12 of 100 with 7.4.1.',
    '在 7.4.1 上实测：不设闸门丢 84 次。',
    '真机也一样，丢了 100 次。',
  ])('%s', (sentence) => {
    expect(RULES.typedFigures(english(`As it was.\n${sentence}\n`))).toEqual([
      expect.stringContaining(`content/en/wrong.mdx:5:1 a typed figure in “${sentence}”: take it from a run`),
    ])
  })

  it.each([
    ['| 20 ms | 4,175 | 28 |', 10, '4,175'],
    ['| 20 ms | <Measured scenario="crash-delay-20" of="lost" /> | 28 |', 61, '28'],
  ])('%s', (row, column, cell) => {
    expect(RULES.typedFigures(english(row))).toEqual([
      expect.stringContaining(`content/en/wrong.mdx:4:${column + 1} a typed figure in “${cell}”`),
    ])
  })

  it('behind other sentences, at their place', () => {
    expect(RULES.typedFigures(english('It is so. It lost 1,126 of them. And so on.'))).toEqual([
      expect.stringContaining('content/en/wrong.mdx:4:11 a typed figure in “It lost 1,126 of them.”'),
    ])
  })

  it.each([
    'On real servers it came <Measured scenario="split-brain" of="demotedAfterHeal r1" /> after the heal.',
    '| 20 ms | <Measured scenario="crash-delay-20" of="acknowledged" /> | <Measured scenario="crash-delay-20" of="lost" /> |',
    'Sentinels demote since 2.6.13; clients are disconnected since 2.8.12.',
    'In 2013, 1,126 of 1,998 were lost: [Jepsen](https://aphyr.com/posts/283-jepsen-redis).',
    'With the package `redlock` 5.0.0-beta.2, or redlock 5.0.0-beta.2, and real servers.',
    'By default 256 MB, or 64 MB for 60 seconds.',
    '`WAIT 2 3000` returns <Num of={oneOfTwo.waitReturned} />.',
    '```text\nreal servers: 1,126\n```',
  ])('nothing in %s', (sentence) => {
    expect(RULES.typedFigures(english(sentence))).toEqual([])
  })
})
