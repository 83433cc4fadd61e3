import { type FactWords, replyText } from '@/lib/evidence/fact-text'
import type { Label } from '@/lib/evidence/label'
import type { QuantityCode } from '@/lib/evidence/quantities'
import type { LabName, Subject } from '@/lib/evidence/subjects'
import { code, type Phrase, say, strong } from '../phrase'
import { agreeing, counted, number } from './counted'

const runs = (count: number): string => counted(count, 'run')
const which = (nth: number | null): string => (nth === null ? '' : ` (${nth})`)

/** What a time or a count is called. */
const quantities: Readonly<Record<QuantityCode, (label: Label<QuantityCode>) => string>> = {
  attempted: () => 'Writes attempted',
  acknowledged: () => 'Acknowledged writes',
  unanswered: () => 'Writes without an answer',
  lost: () => 'Acknowledged writes lost',
  survived: () => 'Never acknowledged, yet there',
  refused: ({ of }) => (of === 'NOCONN' ? 'Writes without a connection' : `Writes refused: ${of}`),
  waitReturned: ({ of }) => (of === 'none' ? 'WAIT without an answer' : `WAIT returned ${of}`),
  lostBehindWait: ({ of }) => (of === 'none' ? 'Lost, WAIT without an answer' : `Lost although WAIT returned ${of}`),
  firstLost: () => 'First lost write sent',
  lastLost: () => 'Last lost write sent',
  firstRefused: ({ of }) => (of === 'NOCONN' ? 'First write without a connection' : `First ${of}`),
  promoted: ({ nth }) => `Replica promoted${which(nth)}`,
  firstSwitched: ({ nth }) => `First sentinel names it${which(nth)}`,
  lastSwitched: ({ nth }) => `Last sentinel names it${which(nth)}`,
  demoted: ({ of, nth }) => `${of} demoted${which(nth)}`,
  demotedAfterHeal: ({ of, nth }) => `${of} demoted, after the heal${which(nth)}`,
  demotedAfterRestart: ({ of, nth }) => `${of} demoted, after its restart${which(nth)}`,
  firstResync: ({ of }) => `First ${of} resync`,
  lastResync: ({ of }) => `Last ${of} resync`,
  took: ({ of, nth }) => `${of} took${which(nth)}`,
}

const factWords: FactWords = {
  facts: {
    failovers: 'Promoted',
    switched: 'Sentinels that switched',
    demotions: 'Demoted',
    resyncs: 'Resyncs',
    finalPrimary: 'Primary at the end',
    errors: 'Errors clients read',
    waitReturned: 'WAIT returned',
    lostBehindWait: 'Lost behind WAIT',
    lost: 'Acknowledged writes lost',
    replies: 'Replies',
  },
  factItems: {
    promotion: ({ from, to, byHand }) => `${from ?? '?'} → ${to}${byHand ? ' by hand' : ''}`,
    sentinels: ({ hosts }) => (hosts.length === 0 ? 'none' : hosts.join(' ')),
    demotion: ({ host, resync }) => `${host}, ${resync ?? 'no'} resync`,
    resync: ({ replica, primary, kind }) => `${replica} from ${primary}, ${kind}`,
    host: ({ host }) => host,
    error: ({ error }) => error,
    wait: ({ returned }) => (returned === null ? 'no answer' : String(returned)),
    some: () => 'some',
    reply: ({ on, command, reply }) => `${on} ${command} → ${replyText(reply, 'a text')}`,
  },
  semicolon: '; ',
  noFact: () => 'none',
}

const subjects: Readonly<Record<Subject, string>> = {
  crash: 'The primary crashes',
  partition: 'The network splits, and old primaries come back',
  gate: 'The gate: min-replicas-to-write',
  wait: 'WAIT',
  election: 'Enough sentinels, or not',
  promotion: 'Who is promoted, and who follows',
  switch: 'Failover by hand',
  return: 'Restarts and resyncs',
}

const titles: Readonly<Record<LabName, string>> = {
  'crash-delay-0': '1,000 writes a second, no delay to the replicas: the primary crashes',
  'crash-delay-2': '1,000 writes a second, replicas 2 ms away: the primary crashes',
  'crash-delay-20': '1,000 writes a second, replicas 20 ms away: the primary crashes',
  'crash-delay-100': '1,000 writes a second, replicas 100 ms away: the primary crashes',
  'split-brain-lag-3': 'Split brain, one replica required, min-replicas-max-lag 3',
  'gate-new-primary': 'One replica required: the new primary has none',
  'wait-equal-priorities': 'WAIT 1 and equal priorities: the replica that confirmed is promoted',
  'idle-split-brain': 'A split nobody writes into: the old primary still resyncs in full',
  'clean-crash-restart': 'A primary without clients crashes, and comes back as a replica',
  'gate-lag-1': 'Both replicas cut off, min-replicas-max-lag 1',
  'gate-lag-3': 'Both replicas cut off, min-replicas-max-lag 3',
  'gate-lag-10': 'Both replicas cut off, min-replicas-max-lag 10',
  'gate-two-of-two': 'Two replicas required, and one of them dies',
  'gate-one-frozen': 'One replica required, and one of two freezes',
  'gate-both-frozen': 'Both replicas freeze, and wake up',
  'gate-frozen-primary': 'The primary freezes, is replaced, and wakes up',
  'one-way-from-primary': 'Cut in one direction: nothing from the primary arrives',
  'one-way-to-primary': 'Cut in one direction: no ACK arrives',
  'wait-own-connection': 'WAIT on the connection that wrote, one replica cut off',
  'wait-other-connection': 'WAIT on a connection that wrote nothing',
  'wait-frozen-replica': 'WAIT for a frozen replica',
  'wait-across-failover': 'WAIT on a primary that is replaced meanwhile',
  'sentinels-2-quorum-1-dead-0': 'Two sentinels, quorum 1, both alive',
  'sentinels-2-quorum-1-dead-1': 'Two sentinels, quorum 1, one dead',
  'sentinels-3-quorum-1-dead-1': 'Three sentinels, quorum 1, one dead',
  'sentinels-3-quorum-3-dead-1': 'Three sentinels, quorum 3, one dead',
  'sentinels-4-quorum-2-dead-1': 'Four sentinels, quorum 2, one dead',
  'sentinels-4-quorum-2-dead-2': 'Four sentinels, quorum 2, two dead',
  'sentinels-5-quorum-2-dead-2': 'Five sentinels, quorum 2, two dead',
  'sentinels-5-quorum-4-dead-2': 'Five sentinels, quorum 4, two dead',
  'offset-decides': 'Equal priorities: the replica with more data is promoted',
  'parallel-syncs-1': 'Three replicas change over one at a time: parallel-syncs 1',
  'parallel-syncs-3': 'Three replicas change over at once: parallel-syncs 3',
  'failover-command': 'FAILOVER TO a replica, without sentinels',
  'failover-any-replica': 'FAILOVER to any replica, without sentinels',
  'failover-under-sentinels': 'FAILOVER behind the back of the sentinels',
  'gate-then-switch': 'Close the gate, then SENTINEL FAILOVER',
  'restart-rdb': 'A restart from a snapshot, before anyone notices',
  'restart-aof': 'A restart from the AOF, before anyone notices',
  'blip-partial': 'A short cut: the replica resumes the stream',
  'backlog-overrun': 'A cut longer than the backlog: full resync',
}

const method: readonly Phrase[] = [
  say`Every demo on this site is a simulation. The same scenario files are also carried out against real ${code('redis-server')} and ${code('redis-sentinel')} processes: each host is a network namespace with an address of its own, a partition is packets dropped on their way, a slow link a relay that holds bytes back, a crash a ${code('SIGKILL')}, a freeze a ${code('SIGSTOP')}. Open-loop writers log every write they send and every answer they read. At the end the final primary is asked for every key: an acknowledged write it does not have is lost.`,
  say`Runs of one scenario differ in the phases of Redis’ periodic timers and in nothing else. A cluster that a script starts would have the same phases each time, so the fault comes a random 10 to 20 seconds after the cluster has settled. In the simulation the seed draws the phases.`,
  say`What a cluster ${strong('decides')} must be exact: who is promoted, which sentinels switch, the kind of each resync, the errors clients read, what ${code('WAIT')} returns, whether acknowledged writes are lost. A real run that decides as no simulated run does is a disagreement. What is ${strong('timed or counted')} must lie within the range of the simulated runs, widened by a tolerance that is shaded in each plot.`,
  say`The tolerance is the sum of three parts. A real machine needs moments that the simulation does not count: a log line is exact to a millisecond, a fault takes a few more to be carried out, a process waits for a processor or has to be started. A count may be off by the writes of that time. And forty runs rarely hit the extremes, so the range is widened by a tenth.`,
]

const whatIsCounted: readonly { readonly title: string; readonly text: Phrase }[] = [
  {
    title: 'A run',
    text: say`One execution of a scenario from its start to its end, on a cluster brought up for it alone. A range spans the lowest and the highest of all runs.`,
  },
  { title: 'Acknowledged', text: say`The client read ${code('OK')}.` },
  {
    title: 'Lost',
    text: say`Acknowledged, and not on the server that is the primary at the end, which is asked for every key.`,
  },
  { title: 'Refused', text: say`The client read an error, named by its first word.` },
  { title: 'Without a connection', text: say`Due while the client had no connection. Nothing was sent.` },
  { title: 'Without an answer', text: say`Sent, and by the end neither ${code('OK')} nor an error had come back.` },
  {
    title: 'Never acknowledged, yet there',
    text: say`Refused or unanswered, and on the primary at the end all the same.`,
  },
  {
    title: 'WAIT returned n',
    text: say`Acknowledged writes whose ${code('WAIT')}, sent behind them on the same connection, returned that number.`,
  },
  {
    title: 'Promoted, demoted',
    text: say`The moment at which the server’s own log says so. A demotion is counted from the heal, or from the start of the old primary, whichever brought it back.`,
  },
  {
    title: 'A sentinel names it',
    text: say`From then on that sentinel gives the new primary to clients that ask: for the leader at ${code('+promoted-slave')}, for the others at ${code('+switch-master')}.`,
  },
  {
    title: 'Resync',
    text: say`The answer to a replica’s ${code('PSYNC')} in the log of its primary: the stream goes on (partial), or a copy is sent (full).`,
  },
  {
    title: 'Times',
    text: say`From the start of the scenario unless the line says otherwise. “Sent” is when the client sent the write.`,
  },
]

const notModelled: readonly { readonly title: string; readonly text: Phrase }[] = [
  {
    title: 'CPU time',
    text: say`Executing a command or switching roles costs nothing. A server is never too busy to answer; big keys, slow commands, Lua scripts and swapping do not exist. A frozen process is frozen by a fault of the scenario.`,
  },
  {
    title: 'Big data sets',
    text: say`A full resync of a data set and its load take a fixed short time, as for an almost empty one. Fork, transfer and load of gigabytes do not. There is no ${code('LOADING')}, no ${code('MISCONF')}, no ${code('OOM')} and no eviction.`,
  },
  {
    title: 'Bandwidth and buffers',
    text: say`A link has a latency and jitter, not a bandwidth. Output buffers have no limits: ${code('client-output-buffer-limit')} never drops a replica that falls behind.`,
  },
  {
    title: 'Bytes on their way',
    text: say`What a process has sent and nobody has received dies with it: the latency of a link stands for what queues on the sender’s side. On a real wire, bytes that have left the host survive its process.`,
  },
  {
    title: 'TCP in full',
    text: say`Connections are in order, silent when cut, resumed by Linux’ retransmission timers, refused when the process is dead. There is no congestion control, no keepalive and no random packet loss.`,
  },
  {
    title: 'Disks',
    text: say`What the AOF was given survives the death of the process. The power never fails, the AOF’s ${code('fsync')} costs nothing, the disk is never full, and ${code('WAITAOF')} is unknown.`,
  },
  {
    title: 'Clocks',
    text: say`All hosts share one clock that never jumps. Sentinels enter TILT when they were frozen, not because somebody set the time.`,
  },
  {
    title: 'Chains of replicas',
    text: say`Replicas of replicas replicate, but sentinels only know those of the primary they monitor, and a scenario has one monitored primary.`,
  },
  {
    title: 'Most commands',
    text: say`Clients know ${code('SET')}, ${code('GET')}, ${code('INCR')}, a few commands on sets and lists, ${code('WAIT')} and what operators type in the articles. No transactions, scripts, expiry, blocking reads or ${code('CLIENT PAUSE')}; no ACL, no TLS, no ${code('SHUTDOWN')}: processes end by ${code('SIGKILL')}.`,
  },
  {
    title: 'Most directives',
    text: say`The configuration of a scenario is what its snippet shows. A directive that is not modelled is refused; it is never ignored in silence.`,
  },
  {
    title: 'Other systems',
    text: say`Redis Cluster, Valkey, MySQL’s semi-synchronous replication and lock algorithms are not simulated yet. Where an article speaks of them, it says from which source.`,
  },
]

const runIt: readonly Phrase[] = [
  say`On a Linux machine, as root. Without root, or elsewhere, the lab uses loopback addresses and says what they can’t show. It starts servers of its own, touches no others, and leaves nothing behind.`,
  say`Each run takes the duration of its scenario and up to half a minute more. The result is printed beside that of the simulation. ${code('--check')} holds the recordings to the simulation and needs no server; ${code('npm test')} does the same.`,
]

/** Words of the page "How we know". */
export const evidence = {
  title: 'How we know',
  lede: 'Every scenario of this site is simulated, and carried out against real Redis servers. Here is what both did.',
  description:
    'Real redis-server and redis-sentinel runs beside the simulation that drives the demos: decided facts side by side, times and counts on one axis, and what is not modelled.',
  sections: {
    method: 'What was compared',
    counted: 'What each word counts',
    scenarios: 'Scenario by scenario',
    'not-modelled': 'What is not modelled',
    'run-the-lab': 'Run the lab yourself',
  },
  method,
  counted: whatIsCounted,
  /** `more`: scenarios that were simulated more often than `few` times. */
  howManyRuns: (few: number, many: number, more: number): Phrase =>
    say`Each scenario is carried out on real servers at least five times, and simulated ${number(few)} times${more === 0 ? '' : `; ${counted(more, 'scenario')} ${number(many)} times, because ${number(few)} runs did not produce every outcome the real servers did`}. The test suite does the same. No figure here is typed by hand: the page is drawn from recordings and runs when the site is built, and so is every figure that an article quotes from real servers. A line that disagrees is shown as one.`,
  notModelledLede: say`The simulation follows the source of Redis 7.0, rule by rule, for replication, ${code('WAIT')}, persistence and Sentinel. It leaves out the rest:`,
  notModelled,
  runIt,
  commands: {
    install: '# Debian 12 has Redis 7.0.15',
    one: '# one real run beside the simulated ones',
    five: '# five of them',
    file: '# any scenario file',
    check: '# all recordings against the simulation',
  },
  subjects,
  titles,
  summary: {
    agree: (scenarios: number, real: number): Phrase =>
      say`${strong(`${counted(scenarios, 'scenario')}, ${runs(real)} of real servers: simulation and servers agree on every decided fact.`)}`,
    disagree: (scenarios: number, real: number, odd: number): Phrase =>
      say`${strong(`${counted(scenarios, 'scenario')}, ${runs(real)} of real servers: on ${counted(odd, 'decided fact')} simulation and servers disagree.`)}`,
    decided: 'Decided facts that agree',
    ranges: 'Times and counts within tolerance',
    of: (agree: number, all: number) => `${number(agree)} of ${number(all)}`,
    simulated: 'Simulated runs',
    server: 'Redis',
    system: 'System',
    recorded: 'Recorded',
    dates: (first: string, last: string) => (first === last ? first : `${first} – ${last}`),
    number,
    unrecorded: (count: number) => `${counted(count, 'scenario')} ${agreeing(count, 'has', 'have')} not been recorded yet.`,
    changed: (count: number) =>
      `${counted(count, 'scenario')} ${agreeing(count, 'has', 'have')} changed since ${agreeing(count, 'it was', 'they were')} recorded.`,
  },
  index: 'Scenarios',
  marks: { agree: 'agrees', disagree: 'disagrees', none: 'not recorded' },
  entry: {
    agrees: 'Simulation and servers agree.',
    disagrees: (count: number) => `Simulation and servers disagree in ${counted(count, 'line')}.`,
    unrecorded: 'Not recorded against real servers yet.',
    changed: 'The scenario has changed since it was recorded. Until it is recorded again, nothing is compared.',
    meta: (real: number, simulated: number, server: string) =>
      `${number(real)} real, ${number(simulated)} simulated ${agreeing(simulated, 'run', 'runs')} · Redis ${server}`,
    repeat: 'Repeat it',
    shownIn: 'Shown in',
    comma: ', ',
    titled: (title: string, part: string) => `${title}: ${part}`,
    decided: 'Decided',
    real: 'Real servers',
    simulated: 'Simulation',
    agreement: 'Agreement',
    measured: 'Timed and counted',
    constant: 'The same in every run, real and simulated:',
    constantItem: (label: string, value: string) => `${label} ${value}`,
    share: (value: string, count: number, of: number) => `${value} (${number(count)} of ${number(of)})`,
  },
  setUp: {
    label: 'Set-up: ',
    replicas: (primary: string, replicas: string) => `${primary} with the replicas ${replicas}`,
    conf: (hosts: string, directives: string) => `${hosts}: ${directives}`,
    link: (hosts: string, milliseconds: string) => `${milliseconds} between ${hosts}`,
    everywhere: 'any two hosts',
    milliseconds: (least: number, most: number) => (least === most ? `${least} ms` : `${least}–${most} ms`),
    client: (client: string, to: string) => `${client} writes to ${to}`,
    askedFor: (sentinels: string) => `the primary that ${sentinels} names`,
    timeOut: (milliseconds: string) => `, time-out ${milliseconds}`,
    workload: (client: string, command: string, every: string, from: string, until: string) =>
      `${client}: ${command} every ${every}, from ${from} to ${until}`,
    behindEach: (wait: string) => `, ${wait} behind each`,
    action: (at: string, what: string) => `${at}: ${what}`,
    ends: 'end',
    kill: (host: string) => `${host} is killed`,
    start: (host: string) => `${host} is started`,
    pause: (host: string) => `${host} freezes`,
    resume: (host: string) => `${host} wakes up`,
    partition: (groups: string) => `cut, ${groups}`,
    cut: (from: string, to: string) => `cut in one direction, ${from} → ${to}`,
    heal: 'the network heals',
    run: (on: string, command: string) => `${on}> ${command}`,
  },
  plot: {
    key: 'How to read the plots',
    keyReal: 'a real run',
    keySimulated: 'the simulated runs: the higher, the more of them',
    keyAllowed: 'where a real run may lie: the simulated range and its tolerance',
    time: (milliseconds: number, digits: number) => `${(milliseconds / 1000).toFixed(digits)} s`,
    seconds: (text: string) => `${text} s`,
    range: (least: string, most: string) => (least === most ? least : `${least} – ${most}`),
    real: 'real',
    simulated: 'simulated',
    tolerance: (text: string) => `± ${text}`,
    alternative: (label: string, real: string, simulated: string, tolerance: string, agrees: boolean) =>
      `${label}. Real: ${real}. Simulated: ${simulated}, tolerance ${tolerance}. ${agrees ? 'They agree.' : 'They disagree.'}`,
    nothing: 'none',
  },
  /** A figure of real servers in the prose of an article. */
  measured: {
    range: (least: string, most: string) => (least === most ? least : `${least}–${most}`),
    seconds: (range: string) => `${range} s`,
    source: (title: string, real: number, server: string) => `${runs(real)} of Redis ${server}: ${title}`,
  },
  quantities,
  ...factWords,
}

export type EvidenceWords = typeof evidence
