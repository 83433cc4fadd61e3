import type { ShownFate } from '@/lib/reading/film/fates'
import type { Groups } from '@/lib/reading/film/frame'
import type { Overlap, Segment } from '@/lib/reading/film/lanes'
import type { LedgerTab } from '@/lib/reading/lists/ledger'
import type { NoteCode, NoteOf } from '@/lib/reading/lists/log'
import type { HeadlineCode, HeadlineOf } from '@/lib/reading/story/headline'
import type { MomentCode, MomentOf } from '@/lib/reading/story/moment'
import type { ControlId, Refusal, Unit } from '@/lib/sim/scenario/controls'
import { code, host, lost, type Phrase, plain, say, strong } from '../phrase'
import { replyText } from '../reply'
import { agreeing, counted, number } from './counted'

const seconds = (micros: number, digits = 1): string => `${(micros / 1_000_000).toFixed(digits)} s`
/** Shorter answers come at once, µs. */
const NOTICEABLE = 100_000
const writes = (count: number): string => counted(count, 'write')
const are = (count: number): string => agreeing(count, 'is', 'are')
const were = (count: number): string => agreeing(count, 'was', 'were')
/** Of writes that have just been counted, how many are gone. */
const gone = (count: number, of: number): Phrase =>
  say`${lost(of === 1 && count === 1 ? 'It is gone.' : `${number(count)} of ${agreeing(of, 'it', 'them')} ${are(count)} gone.`)}`
const moreRefused = (count: number): string => (count > 0 ? ` ${number(count)} more ${were(count)} refused, not lost.` : '')
const stillThere = (count: number): string =>
  count === 1
    ? 'The one write that was acknowledged is still there.'
    : `All ${writes(count)} that were acknowledged are still there.`

/** `r1`, `r1 and c1`, `r1, r2 and c1`. */
function list(names: readonly string[]): Phrase {
  return names.flatMap((name, index) => {
    const before = index === 0 ? '' : index === names.length - 1 ? ' and ' : ', '
    return say`${before}${host(name)}`
  })
}

/** Who did it, at the start of a sentence that is true without one as well. */
const by = (sentinel: string | null, active: string, passive: string): Phrase =>
  sentinel === null ? say`${passive}` : say`${host(sentinel)} ${active}`

const headlines: { readonly [C in HeadlineCode]: (headline: HeadlineOf<C>) => Phrase } = {
  nothing: ({ attempted }) =>
    attempted === 1
      ? say`The only write was not acknowledged, so it could not be lost.`
      : say`None of ${writes(attempted)} were acknowledged, so none could be lost.`,
  lost: ({ server, acknowledged, lost: count, refused }) =>
    say`${host(server)} answered ${strong('OK')} to ${writes(acknowledged)}. ${gone(count, acknowledged)}${moreRefused(refused)}`,
  'lost-of-several': ({ acknowledged, lost: count, refused }) =>
    say`${writes(acknowledged)} got the answer ${strong('OK')}. ${gone(count, acknowledged)}${moreRefused(refused)}`,
  wiped: ({ server, acknowledged, lost: count, empty }) => {
    const back = empty ? 'came back empty' : 'came back with less than it had'
    const missing = `${number(count)} of ${counted(acknowledged, 'acknowledged write')} ${are(count)} gone.`
    return say`${host(server)} ${back}, and its replicas copied that. ${lost(missing)}`
  },
  waited: ({ confirmed, lost: count, others }) => {
    const rest = others > 0 ? say` ${lost(`${number(others)} that it did not confirm ${are(others)} gone.`)}` : []
    if (count > 0) return say`${code('WAIT')} confirmed ${writes(confirmed)}. ${gone(count, confirmed)}${rest}`
    const all = agreeing(confirmed, 'it is not gone.', 'not one of them is gone.')
    return say`${code('WAIT')} confirmed ${writes(confirmed)}, and ${strong(all)}${rest}`
  },
  'wait-reply': ({ command, reply: answer, asked }) => {
    const short = typeof answer === 'number' && answer < asked
    return say`${code(command)} returns ${strong(replyText(answer))}${short ? `, not ${asked}` : ''}. Nothing is rolled back.`
  },
  'refused-instead': ({ server, acknowledged, refused }) => {
    const refusal =
      server === null
        ? say`${writes(refused)} ${were(refused)} refused instead`
        : say`${host(server)} refused ${number(refused)} instead`
    return say`${writes(acknowledged)} acknowledged, ${strong('none lost')}: ${refusal}.`
  },
  'no-failover': ({ primary, failed }) =>
    say`${host(primary)} is gone and ${strong('nobody took its place')}: ${writes(failed)} ${were(failed)} never acknowledged.`,
  survived: ({ primary, acknowledged, failed }) => {
    const over = primary === null ? [] : say`${host(primary)} took over. `
    const rest = failed > 0 ? ` ${number(failed)} ${were(failed)} never acknowledged.` : ''
    return say`${over}${strong(stillThere(acknowledged))}${rest}`
  },
  kept: ({ acknowledged }) => say`${strong(stillThere(acknowledged))}`,
}

const moments: { readonly [C in MomentCode]: (moment: MomentOf<C>) => Phrase } = {
  split: ({ near, far, rest }) =>
    rest
      ? say`The network splits. ${list(near)} ${near.length === 1 ? 'is alone' : 'are'} on one side, everyone else on the other.`
      : say`${list(near)} and ${list(far)} can no longer reach each other. Everyone else still reaches both.`,
  'one-way': ({ from, to }) => say`Nothing from ${host(from)} reaches ${host(to)} any more. The other way still works.`,
  heal: ({ at, old, until }) => {
    if (old === null) return say`The network heals.`
    if (until === null) return say`The network heals. At the end of the run ${host(old)} still believes it is the primary.`
    return say`The network heals. For ${seconds(until - at)} more nobody tells ${host(old)} that it has been replaced.`
  },
  kill: ({ host: name, primary, stranded, complete }) => {
    if (!primary) return say`${host(name)} dies.`
    if (stranded > 0)
      return say`${host(name)} dies. ${writes(stranded)} that it had answered ${code('OK')} had reached no replica.`
    return complete ? say`${host(name)} dies. All it had answered is on a replica.` : say`${host(name)} dies.`
  },
  pause: ({ host: name }) => say`${host(name)} freezes. It answers nobody, and does not know it.`,
  resume: ({ host: name }) => say`${host(name)} wakes up and goes on where it stopped.`,
  start: ({ host: name, role, writes: count, away, successor }) => {
    if (role === 'replica') return say`${host(name)} starts again, as a replica.`
    if (successor !== null)
      return say`${host(name)} restarts as a primary, because its ${code('redis.conf')} still says so. ${host(successor)} is one too.`
    const data = count === 0 ? 'with no data at all' : `with ${writes(count)} from its disk`
    return say`${host(name)} is back after ${seconds(away)}, still the primary, ${data}.`
  },
  command: ({ on, command }) => say`An operator runs ${code(command)} on ${host(on)}.`,
  down: ({ host: name, have, sentinels, silence }) => {
    const agree = say`${have} of ${counted(sentinels, 'sentinel')} ${agreeing(have, 'takes', 'take')}`
    if (silence === null) return say`${agree} ${host(name)} for dead.`
    return say`${host(name)} has been silent for ${seconds(silence)}. ${agree} it for dead.`
  },
  'not-elected': ({ sentinel, votesNeeded }) =>
    say`${host(sentinel)} does not get the ${counted(votesNeeded, 'vote')} it needs. Nobody is promoted.`,
  'no-good-replica': ({ sentinel }) => say`${host(sentinel)} finds no replica fit to be promoted.`,
  promoted: ({ host: name, old, sentinel, goesOn, reachable, missing, acknowledged, passedOver }) => {
    const promotes = sentinel === null ? say`${host(name)} becomes primary.` : say`${host(sentinel)} promotes ${host(name)}.`
    if (goesOn !== null && old !== null) {
      const unaware = reachable ? say`Nobody tells ${host(old)}, which` : say`${host(old)} cannot hear of it and`
      return goesOn === 'open'
        ? say`${promotes} ${unaware} goes on accepting writes.`
        : say`${promotes} ${unaware} still believes it is the primary, but refuses writes.`
    }
    if (passedOver !== null)
      return say`${promotes} It goes by ${code('replica-priority')}; ${host(passedOver)} had more of the data.`
    if (missing > 0) return say`${promotes} ${counted(missing, 'acknowledged write')} ${are(missing)} not on it.`
    return acknowledged > 0 ? say`${promotes} It has every acknowledged write.` : promotes
  },
  demoted: ({ host: name, of, sentinel, refusing }) => {
    const demotes = say`${by(sentinel, 'makes', 'An operator makes')} ${host(name)} a replica of ${host(of)}.`
    return refusing
      ? say`${demotes} It was refusing writes already; now it answers ${code('READONLY')}.`
      : say`${demotes} From here on it refuses writes.`
  },
  'gate-closed': ({ server, good, needed, lag, silent }) => {
    const counts = say`${good === 0 ? 'no good replica' : counted(good, 'good replica')} and needs ${needed}, so it refuses writes: ${code('NOREPLICAS')}.`
    if (silent.length === 0) return say`${host(server)} counts ${counts}`
    return say`${host(server)} has not heard from ${list(silent)} for more than ${seconds(lag, 0)}. It counts ${counts}`
  },
  'gate-open': ({ server, good }) =>
    say`${host(server)} counts ${good === 0 ? 'no good replica' : counted(good, 'good replica')} and accepts writes.`,
  erased: ({ hosts, of, lost: count, discarded, empty }) => {
    const several = hosts.length > 1
    const copies = say`${list(hosts)} ${several ? 'copy' : 'copies'} all data from ${host(of)}${empty ? ', which came back empty,' : ''}`
    if (count > 0) return say`${copies} and ${several ? 'erase' : 'erases'} ${lost(counted(count, 'acknowledged write'))}.`
    if (several)
      return say`${copies} and throw away ${agreeing(discarded, 'the copy', `${number(discarded)} copies`)} of writes that ${host(of)} lacks.`
    return say`${copies} and throws away ${writes(discarded)} that ${host(of)} lacks.`
  },
  moved: ({ client, server, forGood }) =>
    say`${host(client)} has found ${host(server)}, and writes there${forGood ? ' from now on' : ''}.`,
  refused: ({ client, error, count }) =>
    error === 'NOCONN'
      ? say`${host(client)} finds nobody to write to. ${writes(count)} ${agreeing(count, 'fails', 'fail')}.`
      : say`${host(client)} is answered ${code(error)}. ${writes(count)} ${are(count)} refused.`,
  'wait-short': ({ asked, count, times }) =>
    say`${code('WAIT')} asks for ${asked} and gets ${count}. That is a number, not an error: the write stays.${times > 1 ? ` It happens ${counted(times, 'time')}.` : ''}`,
  reply: ({ on, command, reply: answer, took }) =>
    took < NOTICEABLE
      ? say`${host(on)} runs ${code(command)} and reads ${strong(replyText(answer))}.`
      : say`${host(on)} reads the answer to ${code(command)} after ${seconds(took)}: ${strong(replyText(answer))}.`,
  'first-write': ({ client, server }) => say`${host(client)} writes, and ${host(server)} answers ${code('OK')}.`,
  left: ({ hosts, primary, lost: count }) => {
    const where = say`still on ${list(hosts)}${primary === null ? '' : say`, and not on the primary, ${host(primary)}`}`
    return say`The run ends here: ${lost(counted(count, 'lost write'))} ${are(count)} ${where}.`
  },
  end: ({ primary, present, acknowledged }) => {
    const who = primary === null ? say`nobody` : say`${host(primary)}`
    const rest = acknowledged > 0 ? `, with ${number(present)} of ${counted(acknowledged, 'acknowledged write')}` : ''
    return say`At the end ${who} is the primary${rest}.`
  },
}

const groups = (parts: Groups): Phrase => parts.flatMap((part, index) => say`${index === 0 ? '' : ' | '}${list(part)}`)

const notes: { readonly [C in NoteCode]: (note: NoteOf<C>) => Phrase } = {
  settled: () => say`Replicas are attached and caught up; the sentinels know each other.`,
  heal: () => say`The network is whole again.`,
  partition: (note) => say`The network splits: ${groups(note.groups)}`,
  cut: ({ from, to }) => say`Nothing from ${host(from)} reaches ${host(to)}.`,
  kill: ({ host: name, process }) => say`The ${process} process of ${host(name)} is killed.`,
  start: ({ host: name, process }) => say`The ${process} process of ${host(name)} is started.`,
  pause: ({ host: name, process }) => say`The ${process} process of ${host(name)} is frozen.`,
  resume: ({ host: name, process }) => say`The ${process} process of ${host(name)} goes on.`,
  boot: ({ writes: count }) => say`${count === 0 ? 'No data' : `${writes(count)} loaded`}`,
  load: ({ primary, discarded }) =>
    say`Copied ${host(primary)}${discarded > 0 ? say`; ${lost(`${writes(discarded)} of its own thrown away`)}` : ''}`,
  gate: ({ good, needed, open }) => say`Good replicas: ${good} of ${needed}. ${open ? 'Writes pass.' : 'Writes are refused.'}`,
  config: ({ directive, value }) => say`${code(`CONFIG SET ${directive} ${value}`)}`,
  failover: ({ state }) => say`${code(`master_failover_state:${state}`)}`,
  connect: ({ server }) => say`Connected to ${host(server)}`,
  disconnect: ({ server, reason }) => {
    const why = {
      closed: 'closed by the server',
      refused: 'refused',
      readonly: 'given up after READONLY',
      timeout: 'given up after too long a silence',
      'not-primary': 'not a primary',
    }
    return say`Connection to ${host(server)}: ${why[reason]}`
  },
  resolve: ({ sentinel, primary }) =>
    primary === null ? say`${host(sentinel)} names no primary` : say`${host(sentinel)} names ${host(primary)}`,
  belief: ({ primary }) => say`From here on it names ${host(primary)} to clients that ask`,
  'answers-change': ({ error }) =>
    error === 'NOCONN' ? say`Writes find no connection` : say`Writes are answered ${code(error ?? 'OK')}`,
  reply: ({ command, reply: answer }) => say`${code(command)} → ${code(replyText(answer))}`,
  send: ({ server, key }) => (server === null ? say`${code(key)}, and no connection` : say`${code(key)} to ${host(server)}`),
  execute: ({ offset }) => say`Write executed, offset ${number(offset)}`,
  apply: ({ offset }) => say`Write applied, offset ${number(offset)}`,
  answer: ({ error }) => (error === 'NOCONN' ? say`No connection` : say`Read the answer ${code(error ?? 'OK')}`),
  'wait-answer': ({ asked, count }) => say`${code('WAIT')} asked for ${asked}: ${count}`,
  ack: ({ replica, offset }) => say`${code(`REPLCONF ACK ${offset}`)} from ${host(replica)}`,
}

const kinds: Readonly<Record<Segment['kind'], string>> = {
  primary: 'primary',
  closed: 'primary, refuses writes',
  replica: 'replica',
  frozen: 'frozen',
  down: 'down',
}

/** What a value may be, its unit said once. */
type Limits = { readonly min: string; readonly max: string; readonly range: string }

const refusals: { readonly [R in Refusal | 'empty']: (limits: Limits) => string } = {
  empty: ({ range }) => `Give a number from ${range}. The last run stays.`,
  'not-a-number': ({ range }) => `That isn't a number. Give one from ${range}; the last run stays.`,
  'not-whole': ({ range }) => `Only whole numbers from ${range} make sense here. The last run stays.`,
  'too-small': ({ min }) => `It cannot be less than ${min}. The last run stays.`,
  'too-large': ({ max }) => `It cannot be more than ${max} here. The last run stays.`,
  impossible: () => 'This scenario cannot be run with that value. The last run stays.',
}

const units: Readonly<Record<Unit, (value: string) => string>> = {
  s: (value) => `${value} s`,
  ms: (value) => `${value} ms`,
  count: (value) => value,
  perSecond: (value) => `${value} per second`,
}

const limits = (unit: Unit, { min, max }: { readonly min: number; readonly max: number }): Limits => ({
  min: units[unit](String(min)),
  max: units[unit](String(max)),
  range: `${min} to ${units[unit](String(max))}`,
})

/** Words of the demos. */
export const demo = {
  number,
  seconds,
  headlines,
  moments,
  notes,
  fates: {
    safe: 'acknowledged, safe',
    risk: 'acknowledged, at risk',
    lost: 'acknowledged, lost',
    refused: 'refused',
    unanswered: 'unanswered',
    'no-connection': 'no connection',
  } satisfies Readonly<Record<ShownFate, string>>,
  kinds,
  lanes: {
    writes: 'writes',
    per: (micros: number) => `per ${micros / 1_000_000} s`,
    twoPrimaries: (count: number, micros: number) => `${count === 2 ? 'two' : count} primaries, ${seconds(micros)}`,
    /** Which of several primaries take writes: null where all do all the time. */
    accepting: ({ servers, accepting }: Overlap): string | null => {
      const [first] = accepting
      const both = accepting.reduce((sum, stretch) => sum + (stretch.servers.length > 1 ? stretch.for : 0), 0)
      if (accepting.length > 1) return both === 0 ? 'never two that take writes' : `both take writes for ${seconds(both)}`
      if (!first || first.servers.length === servers.length) return null
      return first.servers.length === 0 ? 'none takes writes' : `only ${plain(list(first.servers))} takes writes`
    },
    unsent: 'not sent yet',
    howItEnded: 'as it ended',
    knownAt: (micros: number) => `as known at ${seconds(micros)}`,
    cut: 'network cut',
    tick: (text: string) => `${text} s`,
  },
  stage: {
    letters: { primary: 'P', replica: 'R', sentinel: 'S', client: 'C' },
    roles: { primary: 'primary', replica: 'replica', sentinel: 'sentinel', client: 'client' },
    says: (primary: string): Phrase => say`says ${host(primary)}`,
    suspects: (primary: string): Phrase => say`${host(primary)} down?`,
    dead: 'dead',
    frozen: 'frozen',
    refuses: 'refuses writes',
    answersOk: 'answers OK',
    noAnswer: 'no answer',
    noConnection: 'no connection',
    at: (micros: number) => `at ${seconds(micros)}`,
    caption: 'Messages are drawn slower than they travel.',
  },
  alternative: {
    /** What stands between two sentences, and between two things said of one. */
    space: ' ',
    comma: ', ',
    timeline: (end: number) => `Timeline of ${seconds(end, 0)}.`,
    lane: (server: string, parts: readonly { kind: Segment['kind']; until: number | null }[]) =>
      `${server}: ${parts.map(({ kind, until }) => `${kinds[kind]}${until === null ? '' : ` until ${seconds(until)}`}`).join(', then ')}.`,
    cut: (from: number, to: number) => `Network cut from ${seconds(from)} to ${seconds(to)}.`,
    overlap: (servers: readonly string[], from: number, to: number, accepting: string | null) =>
      `${plain(list(servers))} are primaries at the same time from ${seconds(from)} to ${seconds(to)}${accepting === null ? '' : `, ${accepting}`}.`,
    writes: (counts: readonly { fate: string; count: number }[]) =>
      counts.length === 0 ? 'No writes.' : `Writes: ${counts.map(({ fate, count }) => `${number(count)} ${fate}`).join('; ')}.`,
    stage: (at: number) => `The cluster at ${seconds(at)}.`,
    node: (name: string, role: string, says: string) => `${name}, ${role}: ${says}.`,
    split: (near: readonly string[], far: readonly string[]) => `${plain(list(near))} cannot reach ${plain(list(far))}.`,
    oneWay: (from: string, to: string) => `${from} cannot reach ${to}.`,
  },
  player: {
    region: (title: string) => `Demo: ${title}`,
    play: 'Play',
    pause: 'Pause',
    nextEvent: 'Next event',
    previousEvent: 'Previous event',
    nextMoment: 'Next moment',
    previousMoment: 'Previous moment',
    goTo: (index: number, micros: number) => `Moment ${index}, ${seconds(micros)}`,
    scrub: 'Time',
    scrubOf: (run: string) => `Time, ${run}`,
    speed: 'Speed',
    span: (micros: number) => (micros < 1_000_000 ? `${micros / 1000} ms` : seconds(micros, 0)),
    speedIs: (text: string) => `1 s of play = ${text} of cluster time`,
    seed: (seed: number, sameOutcome: boolean) => (sameOutcome ? `seed ${seed}: same outcome` : `seed ${seed}`),
    /** What is said of one run of a comparison. */
    ofRun: (run: string, sentence: string) => `${run}: ${sentence}`,
    otherSeed: 'Another seed',
    reset: 'Start over',
    resetHint: 'Back to the settings, seed and moment of the page',
    noScript: 'This figure plays, steps and takes other settings when JavaScript is on.',
    loading: 'Getting ready',
    failed: 'The simulation could not be loaded. The figure shows the run as it was built.',
    broken: 'This demo has stopped working. The figure shows the run as it was built.',
    storyboard: 'Decisive moments',
    legend: 'What became of the writes',
    proof: 'Compare with real servers',
    sameSettings: 'The settings are the same on both sides.',
    reduced: 'Reduced motion: go by steps.',
  },
  controls: {
    labels: {
      'replication-latency': 'replication delay, one way',
      'write-rate': 'writes per second',
      'wait-replicas': 'WAIT: replicas',
      'wait-timeout': 'WAIT: timeout',
      'heal-after': 'network heals after',
      'restart-after': 'restarted after',
    } as Readonly<Partial<Record<ControlId, string>>>,
    units,
    suffixes: { s: 's', ms: 'ms', count: '', perSecond: '' } satisfies Readonly<Record<Unit, string>>,
    limits,
    refusals,
    /** Why a setting means nothing as the others stand. */
    idle: { 'wait-timeout': 'Without WAIT nothing times out.' } as Readonly<Partial<Record<ControlId, string>>>,
    setting: (name: string, value: string) => `${name} ${value}`,
    noWait: 'no WAIT',
    /** Between the settings that name one side of a comparison. */
    and: ', ',
  },
  ledger: {
    title: 'Every write',
    tabs: {
      lost: 'lost',
      risk: 'at risk now',
      acknowledged: 'acknowledged',
      refused: 'refused',
      'no-connection': 'no connection',
      unanswered: 'unanswered',
    } satisfies Readonly<Record<LedgerTab, string>>,
    none: 'None.',
    key: 'key',
    sent: 'sent',
    to: 'to',
    answer: 'answer',
    fate: 'what became of it',
    noServer: '–',
    pending: 'none',
    waited: (count: number) => `WAIT ${count}`,
    destroyed: (micros: number) => `destroyed at ${seconds(micros, 3)}`,
    /** Taken from the primary while others still have it. */
    taken: (micros: number) => `taken from the primary at ${seconds(micros, 3)}`,
    left: (servers: readonly string[]) => `still on ${plain(list(servers))} when the run ends`,
    survived: 'there at the end, though never acknowledged',
    goTo: (key: string) => `Go to the event that destroyed ${key}`,
    list: (tab: string) => `Writes: ${tab}`,
  },
  log: {
    title: 'Event log',
    traffic: 'single messages too',
    network: 'network',
    goTo: (micros: number) => `Go to ${seconds(micros, 3)}`,
    list: 'Events, in the words of Redis where it has some',
  },
}
