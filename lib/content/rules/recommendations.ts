import { type Answers, everyAnswer } from '@/lib/guide/answers'
import { guideFile } from '@/lib/guide/files'
import { FENCE, problemAt, type Rule, type Source } from './source'

/** A setting as a fence has it. */
interface Setting {
  readonly article: Source
  readonly index: number
  readonly name: string
  readonly value: string
}

/** A fence whose values are examples, not to be copied, says so: ` ```redis.conf example`. */
const RECOMMENDS = /^```(redis\.conf|sentinel\.conf)[ \t]*$/

/** Each host has its own. */
const ADDRESSES: ReadonlySet<string> = new Set(['bind', 'port', 'replicaof', 'replica-announce-ip', 'replica-announce-port'])

const HINT = 'one setting, one recommendation; where it is only an example, write “example” behind the language of the fence'

/**
 * What the guide recommends, by name. The usual answers have the last word, which is what all other articles recommend; what only other
 * answers bring is recommended as well.
 */
let guided: ReadonlyMap<string, string> | undefined

/** What one article tells readers to copy, no other contradicts, nor what the guide comes to, and with it `<Recommended>`. */
export const recommendations: Rule = (articles) => {
  guided ??= new Map(everyAnswer().toReversed().flatMap(guidedBy))
  const known = new Map([...guided].map(([name, value]) => [name, { value, where: '<Guide>' }]))
  return articles.flatMap(settingsIn).flatMap(({ article, index, name, value }) => {
    const other = known.get(name)
    if (other === undefined) known.set(name, { value, where: problemAt(article, index, '').split(' ')[0] ?? '' })
    if (other === undefined || other.value === value) return []
    return [problemAt(article, index, `${name} ${value}, where ${other.where} has ${other.value}: ${HINT}`)]
  })
}

/** Names without the words around their value: `sentinel down-after-milliseconds m 5000`. */
function guidedBy(answers: Answers): readonly (readonly [name: string, value: string])[] {
  return [...guideFile(answers, 'redis.conf'), ...guideFile(answers, 'sentinel.conf')].flatMap((line) =>
    line.kind === 'directive' ? [nameAndValue([line.name, ...line.args])] : [],
  )
}

function settingsIn(article: Source): readonly Setting[] {
  return [...article.text.matchAll(FENCE)].flatMap(({ 0: fence, index }) => {
    const [head = '', ...lines] = fence.split('\n')
    if (!RECOMMENDS.test(head.trim())) return []
    let at = index + head.length + 1
    return lines.slice(0, -1).flatMap((line) => {
      const start = at
      at += line.length + 1
      const words = line.trim().split(/\s+/)
      if (line.trim().startsWith('#') || words.length < 2 || ADDRESSES.has(words[0] ?? '')) return []
      const [name, value] = nameAndValue(words)
      return [{ article, index: start, name, value }]
    })
  })
}

/** Old names are those of the same settings. What a sentinel is told of a primary stands behind its name, and last: the time, the quorum. */
function nameAndValue([first = '', ...rest]: readonly string[]): readonly [name: string, value: string] {
  const name = first.replaceAll('slave', 'replica')
  if (name !== 'sentinel') return [name, rest.join(' ')]
  const [directive = '', ...values] = rest
  return [`sentinel ${directive}`, values.at(-1) ?? '']
}
