import type { Finding } from '@/lib/evidence/finding'
import { agreeing, counted, number } from '../counted'

/** `r2`, `r2 or r3`, `r2, r3 or r4`. */
const anyOf = (texts: readonly string[]): string =>
  [texts.slice(0, -1).join(', '), ...texts.slice(-1)].filter(Boolean).join(' or ')

const promotedIn = (hosts: readonly string[]): string => (hosts.length === 0 ? 'nobody' : hosts.join(' and then '))

function lostWrites([least, most]: Finding['lost']): string {
  if (most === 0) return 'no acknowledged write lost'
  const range = least === most ? number(least) : `${number(least)}–${number(most)}`
  return `${range} acknowledged ${agreeing(most, 'write', 'writes')} lost`
}

const OWNERS: Readonly<Record<NonNullable<Finding['owners']>, string>> = {
  nobody: 'nobody gets the lock',
  one: 'the lock never has two owners at once',
  two: 'the lock has two owners at once',
  'one-or-two': 'the lock has one owner at a time, or two at once',
}

function found(disks: Finding['disks']): string {
  const counts = disks.filter((count) => count !== null)
  const last = counts.at(-1)
  if (last === undefined) return 'WAITAOF returned nothing'
  const texts = [...counts.slice(0, -1).map(number), counted(last, 'disk')]
  return `WAITAOF found ${anyOf(disks.includes(null) ? [...texts, 'returned nothing'] : texts)}`
}

/** Of a scenario, in the index: what the real servers did. */
export function finding({ promoted, errors, waits, disks, lost, owners }: Finding): string {
  const ways = promoted.length === 0 ? 'nobody' : anyOf(promoted.map(promotedIn))
  const said = [
    `${ways} promoted`,
    ...(errors.length === 0 ? [] : [`clients read ${errors.join(' and ')}`]),
    ...(waits.length === 0 ? [] : [`WAIT returned ${anyOf(waits.map((count) => (count === null ? 'nothing' : number(count))))}`]),
    ...(disks.length === 0 ? [] : [found(disks)]),
    owners === null ? lostWrites(lost) : OWNERS[owners],
  ].join('; ')
  return said.startsWith('nobody') ? `N${said.slice(1)}` : said
}
