import { redissonVersions } from '@/lib/redisson-versions'
import { words as catalogue } from '@/lib/words/words'
import type { InLocale } from './bound'

const CELL = 'align-top wide:border-b wide:border-line wide:py-2 wide:pr-4'
/** Where it is narrow, a release is a list. */
const ROW = 'max-wide:block max-wide:border-b max-wide:border-line max-wide:py-3'

/** What a lock of Redisson does, release by release: each cell is read off a run in which one client has that release. */
export function RedissonVersions({ locale }: InLocale) {
  const { head, since, count, granted, watchdog } = catalogue(locale).redisson
  const [release, ...told] = head
  return (
    <figure className="my-6 text-sm">
      <table className="w-full border-collapse text-left tabular-nums max-wide:block">
        <thead className="max-wide:hidden">
          <tr>
            {[release, ...told].map((text) => (
              <th key={text} scope="col" className="border-b border-edge pr-4 pb-2 align-bottom text-soft">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-wide:block">
          {redissonVersions().map((row, index) => {
            const cells = [count[row.count], granted[row.oneOfTwo], granted[row.none], watchdog[row.watchdog]]
            return (
              <tr key={row.since} className={ROW}>
                <th scope="row" className={`${CELL} font-semibold max-wide:block max-wide:pb-1 max-wide:text-base`}>
                  <span className="font-normal text-soft wide:hidden" data-narrow="">
                    {release}{' '}
                  </span>
                  {index === 0 ? since.first : since.version(row.since)}
                </th>
                {cells.map((text, place) => (
                  <td
                    key={told[place]}
                    className={`${CELL} max-wide:flex max-wide:justify-between max-wide:gap-4 max-wide:py-0.5`}
                  >
                    <span className="text-soft wide:hidden" data-narrow="">
                      {told[place]}
                    </span>
                    <span className="max-wide:text-right">{text}</span>
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </figure>
  )
}
