/** What searching says. It comes with what is searched, as data. */
export interface SearchWords {
  readonly placeholder: string
  readonly close: string
  /** Over what is offered before anything is typed. */
  readonly offered: string
  /** How many places were found, by the form that the number asks for; `most`: there may be more, which are not shown. */
  readonly found: Readonly<Record<'one' | 'other' | 'most', string>>
  readonly nothing: string
  /** What readers may type, and how the pages call it. Small letters. */
  readonly meant: readonly (readonly [typed: string, meant: string])[]
  /** What queries have that tells nothing of what is looked for. Small letters. */
  readonly unsaid: readonly string[]
  /** What readers look for by words that a place itself does not have, by its address. */
  readonly called: Readonly<Record<string, readonly string[]>>
}

export const search: SearchWords = {
  placeholder: 'An error, a directive, a word',
  close: 'Close',
  offered: 'What do you see?',
  found: { one: '1 place', other: '{number} places', most: 'The {number} nearest places' },
  nothing: 'Nothing was found. The page may call it otherwise; these are often looked for:',
  meant: [
    ['master', 'primary'],
    ['slave', 'replica'],
    ['min-slaves-to-write', 'min-replicas-to-write'],
    ['min-slaves-max-lag', 'min-replicas-max-lag'],
    ['slaveof', 'REPLICAOF'],
    ['timeout', 'timed out time-out'],
    ['switchover', 'switch-over planned'],
    ['crash', 'power cut'],
    ['k8s', 'Kubernetes'],
    ['red lock', 'RedLock'],
    ['lost data', 'lost writes'],
    ['data loss', 'lost writes'],
    ['netsplit', 'network partition'],
    ['durability', 'persistence fsync'],
    ['load balancer', 'virtual IP'],
  ],
  unsaid:
    'redis a an the is are do does did can could should i my me we our to of in on for from with and or what how why when which it this be'.split(
      ' ',
    ),
  called: {
    'can-redis-lose-a-write/': ['data loss', 'crash'],
    'min-replicas-to-write/#what-is-checked': ['NOREPLICAS'],
    'sentinel-votes/': ['Sentinel'],
    'wait/': ['WAIT'],
    'locks/': ['Redisson', 'lock lost', 'two owners'],
    'empty-primary/': ['all data gone after restart'],
    'planned-switch/': ['switchover', 'maintenance', 'zero downtime'],
    'old-primary/#salvage': ['recover data'],
    'waitaof/': ['WAITAOF', 'power loss', 'power failure'],
    'settings/': ['choose configuration', 'best practice'],
    'faq/#wait-timeout': ['WAIT timeout'],
  },
}
