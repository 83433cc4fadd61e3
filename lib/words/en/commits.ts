import type { CommitRuns, Fate, Outcome, Phases } from '@/lib/commits/commits'
import type { Commit, Death } from '@/lib/commits/scenario'

const ms = (value: number) => `${value.toFixed(1)} ms`

const seen = {
  nowhere: () => 'Nobody had read it.',
  source: (source) => `Read by then on ${source}.`,
  replica: (_, replica) => `Read by then on ${replica} only.`,
  both: (source, replica) => `Read by then on ${source} and ${replica}.`,
} satisfies Readonly<Record<Outcome['seen'], (source: string, replica: string) => string>>

/** Four commits of one write, beside each other. */
export const commits = {
  caption: (client: number, replica: number) =>
    `One write, committed in four ways. The replica is ${replica} ms away from the server, the client ${client} ms. All of it is read off runs.`,
  names: {
    async: 'Redis, asynchronous',
    wait: 'Redis, WAIT 1',
    'after-sync': 'MySQL, AFTER_SYNC',
    'after-commit': 'MySQL, AFTER_COMMIT',
  } satisfies Readonly<Record<Commit, string>>,
  lanes: {
    client: 'client c1',
    source: (host: string) => `${host} writes`,
    replica: (host: string) => `${host} copies`,
    reads: (host: string) => `read on ${host}`,
  },
  marks: {
    ok: 'OK',
    counted: 'WAIT returns 1',
    executed: 'executed',
    binlog: 'binlog',
    binlogAndCommit: 'binlog, commit',
    waits: 'waits',
    commit: 'commit',
    relayed: 'relay log, applied',
    acknowledged: 'ACK',
  },
  /** Of the dots. */
  key: 'Each dot is a read on that server, one every millisecond: filled where it finds the row.',
  choose: 'The server that was written to dies:',
  never: 'not at all',
  deaths: {
    unwritten: 'before MySQL writes its binlog',
    sent: 'on its way to the replica',
    relayed: 'the replica has it',
    applied: 'the replica has applied it',
    answered: 'everyone has answered',
  } satisfies Readonly<Record<Death, string>>,
  death: (at: number, name: string) => `${ms(at)}: ${name}`,
  tick: (at: number) => `${at} ms`,
  /** Between two sentences, and behind what is told of. */
  space: ' ',
  colon: ': ',
  /** What the drawing of one commit says. */
  told: ({ source, replica, phases }: CommitRuns) => {
    const { answered, counted, committed, applied } = phases
    const client = `The client reads OK after ${ms(answered)}`
    const also = counted === null ? '' : `, and 1 from WAIT after ${ms(counted)}`
    return `${client}${also}. ${sights({ source, replica, committed, applied })}`
  },
  matrix:
    'Every crash. With the server goes what it had sent and nobody had received. A second or two later an operator promotes the replica, which by then has applied what it has; then the old server comes back and follows it.',
  when: 'the server dies at',
  fates: {
    kept: 'Kept.',
    lost: 'Lost: acknowledged, and gone.',
    vanished: 'Gone, though others had read it.',
    gone: 'Gone; nobody had been told of it.',
  } satisfies Readonly<Record<Fate, string>>,
  answers: {
    nothing: 'The client got no answer.',
    ok: 'The client read OK.',
    counted: 'The client read OK, and 1 from WAIT.',
    uncounted: 'The client read OK, but no number from WAIT.',
  },
  seen,
  old: (fate: Fate, old: boolean, source: string) => {
    if (fate === 'kept') return ''
    return old ? `${source} still has it when it is back.` : `${source} hasn’t got it either when it is back.`
  },
}

function sights({
  source,
  replica,
  committed,
  applied,
}: Pick<CommitRuns, 'source' | 'replica'> & Pick<Phases, 'committed' | 'applied'>) {
  const [first, second] = [
    { host: source, at: committed },
    { host: replica, at: applied },
  ].toSorted((a, b) => a.at - b.at)
  return first && second
    ? `Others can read it on ${first.host} after ${ms(first.at)}, on ${second.host} after ${ms(second.at)}.`
    : ''
}
