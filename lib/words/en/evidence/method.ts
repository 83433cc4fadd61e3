import { code, type Phrase, say, strong } from '../../phrase'
import { counted, number } from '../counted'

/** How runs are compared. */
export const method: readonly Phrase[] = [
  say`Every demo on this site is a simulation. The same scenario files also run on real ${code('redis-server')} and ${code('redis-sentinel')} processes, or ${code('mysqld')} where they are about MySQL. Each host is a network namespace with its own address. A partition drops packets on their way; a slow link is a relay that holds bytes back; a crash is a ${code('SIGKILL')}, a freeze a ${code('SIGSTOP')}. Writers send at a fixed pace, whether or not they have been answered, and log every write and every answer. At the end the primary is asked for every key or row: an acknowledged write that it does not have is lost.`,
  say`Two runs of one scenario differ only in where the servers’ periodic timers stand when the fault strikes. A cluster started by a script would stand at the same point each time, so the fault comes a random 10 to 20 seconds after the cluster has settled; 1 to 4 with MySQL, where the timer that matters rings every second. In the simulation, a number called the seed sets the timers.`,
  say`What a cluster ${strong('decides')} must match exactly: who is promoted, which sentinels switch, the kind of each resync, the errors clients read, what ${code('WAIT')} returns, whether acknowledged writes are lost. If a real run decides something that no simulated run does, the two disagree. What is ${strong('timed or counted')} must lie within the range of the simulated runs, plus a tolerance that is shaded in each plot.`,
  say`The tolerance has three parts. A real machine takes time that the simulation does not count: log lines are exact only to the millisecond, a fault takes a few milliseconds to take effect, a process has to start and waits for a CPU. Counts may be off by the writes of that time. And forty runs rarely hit the extremes, so the range is widened by a tenth.`,
]

/** `more`: scenarios that were simulated more often than `few` times. */
export const howManyRuns = (few: number, many: number, more: number): Phrase =>
  say`Each scenario runs on real servers at least five times, and is simulated ${number(few)} times${more === 0 ? '' : `; ${counted(more, 'scenario')} ${number(many)} times, because ${number(few)} runs did not produce every outcome the real servers did`}. The test suite does the same. No figure here is typed by hand: these pages are drawn from recordings and runs when the site is built, and so is every figure that an article quotes from real servers. Where they disagree, the page says so.`

/** What each word counts. */
export const terms: readonly { readonly title: string; readonly text: Phrase }[] = [
  {
    title: 'A run',
    text: say`One scenario from start to end, on a cluster started for it alone. A range goes from the lowest to the highest of all runs.`,
  },
  { title: 'Acknowledged', text: say`The client read ${code('OK')}.` },
  {
    title: 'Lost',
    text: say`Acknowledged, but not on the server that is the primary at the end; it is asked for every key.`,
  },
  { title: 'Refused', text: say`The client read an error, named by its first word.` },
  { title: 'With no connection', text: say`Due while the client had no connection. Nothing was sent.` },
  { title: 'Unanswered', text: say`Sent, and by the end neither ${code('OK')} nor an error had come back.` },
  {
    title: 'Never acknowledged, yet there at the end',
    text: say`Refused or unanswered, but on the primary at the end all the same.`,
  },
  {
    title: 'WAIT returned n',
    text: say`Acknowledged writes whose ${code('WAIT')}, sent right after them on the same connection, returned that number.`,
  },
  {
    title: 'Promoted, demoted',
    text: say`The moment at which the server’s own log says so. A demotion is timed from the heal, or from the restart of the old primary, whichever brought it back.`,
  },
  {
    title: 'A sentinel names it',
    text: say`From then on that sentinel gives the new primary to clients that ask: for the leader at ${code('+promoted-slave')}, for the others at ${code('+switch-master')}.`,
  },
  {
    title: 'Fell back, back to semi-synchronous',
    text: say`The moment at which the source’s own log says “Semi-sync replication switched OFF” or “ON”.`,
  },
  {
    title: 'Resync',
    text: say`The answer to a replica’s ${code('PSYNC')} in the log of its primary: the stream continues (partial), or a whole copy is sent (full).`,
  },
  {
    title: 'Times',
    text: say`From the start of the scenario unless the line says otherwise. “Sent” is when the client sent the write.`,
  },
]

/** How to run the lab. */
export const runIt: readonly Phrase[] = [
  say`You need Linux and root. Without root, or on another system, the lab uses loopback addresses and says what they can’t show. It starts its own servers, touches no others, and leaves nothing behind.`,
  say`A run takes as long as its scenario, plus up to half a minute. The result is printed beside that of the simulation. ${code('--check')} compares the recordings with the simulation and needs no server; ${code('npm test')} does the same.`,
]

/** Comments beside its commands. */
export const commands = {
  install: '# Debian 12 has Redis 7.0.15',
  one: '# one real run beside the simulated ones',
  five: '# five of them',
  file: '# any scenario file',
  mysql: '# MySQL from a folder, or mysqld of the path',
  check: '# all recordings against the simulation',
}
