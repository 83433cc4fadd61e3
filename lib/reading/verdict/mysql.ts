// What decides over the data of MySQL. Whoever judges runs of any kind imports this; a page gets it with the kind.
import { writesOf } from './copies'
import { comeUp, STANDINGS } from './final-primary'
import { ADDING, add, REPLACING, REPLAYED } from './replay'

const standings: typeof STANDINGS = {
  promoted({ host }, standing) {
    standing.promotions += 1
    standing.promoted.set(host, standing.promotions)
  },
  'read-only': ({ host }, { promoted }) => comeUp(promoted, host, false),
  'mysql-up': ({ host, writable }, { promoted }) => comeUp(promoted, host, writable),
}

const replayed: typeof REPLAYED = {
  'binlog-written': add,
  'relay-written': add,
  /** The relay log goes (Y38). */
  repointed({ host, discarded }, { copies }, index) {
    const list = writesOf(copies.dataOf(host)).filter((write) => !discarded.includes(write))
    copies.replace(host, { list, length: list.length }, index)
  },
}

Object.assign(STANDINGS, standings)
Object.assign(REPLAYED, replayed)
for (const type of ['binlog-written', 'relay-written'] as const) ADDING.add(type)
REPLACING.add('repointed')
