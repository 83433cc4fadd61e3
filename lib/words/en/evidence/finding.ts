import type { Finding } from '@/lib/evidence/finding'
import { agreeing, number } from '../counted'

const promotedIn = (hosts: readonly string[]): string => (hosts.length === 0 ? 'nobody' : hosts.join(', then '))

function lostWrites([least, most]: Finding['lost']): string {
  if (most === 0) return 'no acknowledged write lost'
  const range = least === most ? number(least) : `${number(least)} – ${number(most)}`
  return `${range} acknowledged ${agreeing(most, 'write', 'writes')} lost`
}

/** Of a scenario, in the index: what the real servers did. */
export function finding({ promoted, errors, lost }: Finding): string {
  const ways = promoted.length === 0 ? 'nobody' : promoted.map(promotedIn).join(' or ')
  const said = [
    `${ways} promoted`,
    ...(errors.length === 0 ? [] : [`clients read ${errors.join(' and ')}`]),
    lostWrites(lost),
  ].join('; ')
  return said.startsWith('nobody') ? `N${said.slice(1)}` : said
}
