/** What a line of a comparison is about: a code, and what it speaks of. Its words are in the catalogue. */
export interface Label<Code extends string> {
  readonly code: Code
  /** A host, an error, a count, a command. */
  readonly of: string
  /** Which of several, from 1; null where there is one. */
  readonly nth: number | null
}

const NTH = '(?: \\((?<nth>\\d+)\\))?'

const QUANTITIES = {
  attempted: /^attempted$/,
  acknowledged: /^acknowledged$/,
  unanswered: /^unanswered$/,
  lost: /^lost$/,
  survived: /^never acknowledged, yet there$/,
  refused: /^refused (?<of>\w+)$/,
  waitReturned: /^WAIT returned (?<of>\w+)$/,
  lostBehindWait: /^lost behind WAIT (?<of>\w+)$/,
  firstLost: /^first lost, sent at$/,
  lastLost: /^last lost, sent at$/,
  firstRefused: /^first (?<of>[A-Z]+), sent at$/,
  promoted: new RegExp(`^promoted at${NTH}$`),
  firstSwitched: new RegExp(`^first sentinel names it at${NTH}$`),
  lastSwitched: new RegExp(`^last sentinel names it at${NTH}$`),
  demoted: new RegExp(`^(?<of>\\w+) demoted at${NTH}$`),
  firstResync: /^first (?<of>partial|full) resync at$/,
  lastResync: /^last (?<of>partial|full) resync at$/,
  took: new RegExp(`^(?<of>.+?) took${NTH}$`),
} as const

const FACTS = {
  failovers: /^failovers$/,
  switched: /^sentinels that switched$/,
  demotions: /^demotions$/,
  resyncs: /^resyncs$/,
  finalPrimary: /^final primary$/,
  errors: /^errors$/,
  waitReturned: /^WAIT returned$/,
  lostBehindWait: /^lost behind WAIT$/,
  lost: /^lost$/,
  replies: /^replies$/,
} as const

export type QuantityCode = keyof typeof QUANTITIES
export type FactCode = keyof typeof FACTS

/** Throws on a quantity that the page has no words for. */
export function quantityLabel(name: string): Label<QuantityCode> {
  return labelOf(QUANTITIES, name)
}

/** Throws on a fact that the page has no words for. */
export function factLabel(name: string): Label<FactCode> {
  return labelOf(FACTS, name)
}

function labelOf<Code extends string>(patterns: Readonly<Record<Code, RegExp>>, name: string): Label<Code> {
  for (const code of Object.keys(patterns) as Code[]) {
    const match = patterns[code].exec(name)
    if (match) return { code, of: match.groups?.of ?? '', nth: match.groups?.nth === undefined ? null : Number(match.groups.nth) }
  }
  throw new Error(`a comparison speaks of "${name}": lib/evidence/labels.ts and lib/words/*/evidence.ts must learn it`)
}
