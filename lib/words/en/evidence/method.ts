import { code, type Phrase, say, strong } from '../../phrase'
import { counted, number } from '../counted'

/** How runs are compared. */
export const method: readonly Phrase[] = [
  say`Every demo on this site is a simulation. The same scenario files are also carried out against real ${code('redis-server')} and ${code('redis-sentinel')} processes: each host is a network namespace with an address of its own, a partition is packets dropped on their way, a slow link a relay that holds bytes back, a crash a ${code('SIGKILL')}, a freeze a ${code('SIGSTOP')}. Open-loop writers log every write they send and every answer they read. At the end the final primary is asked for every key: an acknowledged write it does not have is lost.`,
  say`Runs of one scenario differ in the phases of Redis’ periodic timers and in nothing else. A cluster that a script starts would have the same phases each time, so the fault comes a random 10 to 20 seconds after the cluster has settled. In the simulation the seed draws the phases.`,
  say`What a cluster ${strong('decides')} must be exact: who is promoted, which sentinels switch, the kind of each resync, the errors clients read, what ${code('WAIT')} returns, whether acknowledged writes are lost. A real run that decides as no simulated run does is a disagreement. What is ${strong('timed or counted')} must lie within the range of the simulated runs, widened by a tolerance that is shaded in each plot.`,
  say`The tolerance is the sum of three parts. A real machine needs moments that the simulation does not count: a log line is exact to a millisecond, a fault takes a few more to be carried out, a process waits for a processor or has to be started. A count may be off by the writes of that time. And forty runs rarely hit the extremes, so the range is widened by a tenth.`,
]

/** `more`: scenarios that were simulated more often than `few` times. */
export const howManyRuns = (few: number, many: number, more: number): Phrase =>
  say`Each scenario is carried out on real servers at least five times, and simulated ${number(few)} times${more === 0 ? '' : `; ${counted(more, 'scenario')} ${number(many)} times, because ${number(few)} runs did not produce every outcome the real servers did`}. The test suite does the same. No figure here is typed by hand: these pages are drawn from recordings and runs when the site is built, and so is every figure that an article quotes from real servers. A line that disagrees is shown as one.`

/** What each word counts. */
export const terms: readonly { readonly title: string; readonly text: Phrase }[] = [
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

/** How to run the lab. */
export const runIt: readonly Phrase[] = [
  say`On a Linux machine, as root. Without root, or elsewhere, the lab uses loopback addresses and says what they can’t show. It starts servers of its own, touches no others, and leaves nothing behind.`,
  say`Each run takes the duration of its scenario and up to half a minute more. The result is printed beside that of the simulation. ${code('--check')} holds the recordings to the simulation and needs no server; ${code('npm test')} does the same.`,
]

/** Comments beside its commands. */
export const commands = {
  install: '# Debian 12 has Redis 7.0.15',
  one: '# one real run beside the simulated ones',
  five: '# five of them',
  file: '# any scenario file',
  check: '# all recordings against the simulation',
}
