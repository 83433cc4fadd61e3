import { redissonVersions } from '@/lib/redisson-versions'
import { words as catalogue } from '@/lib/words/words'
import type { InLocale } from './bound'
import { Cell, HeadCell, Table } from './table'

/** What a lock of Redisson does, release by release: each cell is read off a run in which one client has that release. */
export function RedissonVersions({ locale }: InLocale) {
  const { head, since, count, granted, watchdog } = catalogue(locale).redisson
  return (
    <Table>
      <thead>
        <tr>
          {head.map((text) => (
            <HeadCell key={text}>{text}</HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {redissonVersions().map((row, index) => (
          <tr key={row.since}>
            <Cell>{index === 0 ? since.first : since.version(row.since)}</Cell>
            <Cell>{count[row.count]}</Cell>
            <Cell>{granted[row.oneOfTwo]}</Cell>
            <Cell>{granted[row.none]}</Cell>
            <Cell>{watchdog[row.watchdog]}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
