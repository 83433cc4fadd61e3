// What Chinese prose keeps to beyond what every article does.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = join(import.meta.dirname, 'zh-CN')
const articles = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)

/** A point in time, as the markup has it: a moment, a figure whose key ends in `At`, or when real servers first refused. */
const INSTANT = /<(?:At\b[^>]*|Num of=\{\w+\.\w+At\} |Measured\b[^>]*of="first(?:Refused|Lost)[^>]*)\/>/g

/** Instants that would be read as lengths of time: `18.2 秒` for `第 18.2 秒`. */
function unmarked(article: string): readonly string[] {
  return [...article.matchAll(INSTANT)].filter(({ index }) => !article.slice(0, index).endsWith('第 ')).map(([tag]) => tag)
}

/** An answer of the primary (返回 OK) and an acknowledgement of a replica (确认) are two things. */
const WHOSE = /从节点|从库|副本|哨兵|WAIT|`r\d`/

/** Sentences that say of a write that it was confirmed, and not by whom. */
function confirmedByNobody(article: string): readonly string[] {
  const prose = article.replace(/^```[\s\S]*?^```$/gm, '')
  return prose
    .split(/[。！？\n]/)
    .filter((sentence) => /确认/.test(sentence) && /写入|OK/.test(sentence) && !WHOSE.test(sentence))
}

describe.each(articles)('%s', (_name, article) => {
  it('marks every instant as one', () => {
    expect(unmarked(article)).toEqual([])
  })

  it('says who has confirmed a write', () => {
    expect(confirmedByNobody(article)).toEqual([])
  })
})

describe('finds', () => {
  it.each([
    '<At run={cut} moment="heal" />网络恢复。',
    '| <Num of={cut.sentinelSwitchedAt} /> |',
    '首个：<Measured scenario="a" of="firstRefused NOREPLICAS" />',
  ])('the instant in %s', (text) => {
    expect(unmarked(text)).toHaveLength(1)
  })

  it.each(['第 <At run={cut} moment="heal" />网络恢复。', '历时 <Num of={cut.twoPrimariesFor} />。'])('none in %s', (text) => {
    expect(unmarked(text)).toEqual([])
  })

  it('a write that nobody has confirmed', () => {
    expect(confirmedByNobody('已确认的写入丢了。从节点确认过的写入还在。')).toEqual(['已确认的写入丢了'])
  })
})
