import type { CommonHeadlineCode, HeadlineOf } from '@/lib/reading/story/headline'
import type { CommonMomentCode, MomentOf } from '@/lib/reading/story/moment'
import type { DoneNote } from '@/lib/reading/story/moments/network'
import { code, host, lost, type Phrase, say, strong } from '../../phrase'
import { replyText } from '../../reply'
import { agreeing, counted, number } from '../counted'
import { told } from '../faults'
import { are, list, seconds, writes } from './pieces'

/** Shorter answers come at once, µs. */
const NOTICEABLE = 100_000
const were = (count: number): string => agreeing(count, 'was', 'were')
/** Of writes that have just been counted, how many are lost. */
const gone = (count: number, of: number): Phrase =>
  say`${lost(of === 1 && count === 1 ? 'It is lost.' : `${number(count)} of ${agreeing(of, 'it', 'them')} ${are(count)} lost.`)}`
const moreRefused = (count: number): string => (count > 0 ? ` ${number(count)} more ${were(count)} refused, not lost.` : '')
const stillThere = (count: number): string =>
  count === 1
    ? 'The one write that was acknowledged is still there.'
    : `All ${writes(count)} that were acknowledged are still there.`

/** Who did it, at the start of a sentence that is true without one as well. */
const by = (sentinel: string | null, active: string, passive: string): Phrase =>
  sentinel === null ? say`${passive}` : say`${host(sentinel)} ${active}`

/** The verdict in a sentence. */
export const headlines: { readonly [C in CommonHeadlineCode]: (headline: HeadlineOf<C>) => Phrase } = {
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
    const missing = `${number(count)} of ${counted(acknowledged, 'acknowledged write')} ${are(count)} lost.`
    return say`${host(server)} ${back}, and its replicas copied that. ${lost(missing)}`
  },
  waited: ({ command, confirmed, lost: count, others }) => {
    const rest = others > 0 ? say` ${lost(`${number(others)} that it did not confirm ${are(others)} lost.`)}` : []
    if (count > 0) return say`${code(command)} confirmed ${writes(confirmed)}. ${gone(count, confirmed)}${rest}`
    const all = agreeing(confirmed, 'it is not lost.', 'none of them is lost.')
    return say`${code(command)} confirmed ${writes(confirmed)}, and ${strong(all)}${rest}`
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
    say`${host(primary)} dies and ${strong('nobody takes its place')}: ${writes(failed)} ${were(failed)} never acknowledged.`,
  survived: ({ primary, acknowledged, failed }) => {
    const over = primary === null ? [] : say`${host(primary)} took over. `
    const rest = failed > 0 ? ` ${number(failed)} ${were(failed)} never acknowledged.` : ''
    return say`${over}${strong(stillThere(acknowledged))}${rest}`
  },
  kept: ({ acknowledged }) => say`${strong(stillThere(acknowledged))}`,
}

/** The decisive moments. */
export const moments: { readonly [C in CommonMomentCode]: (moment: MomentOf<C>) => Phrase } = {
  split: ({ near, far, rest }) =>
    rest
      ? say`The network splits. ${list(near)} ${near.length === 1 ? 'is alone' : 'are'} on one side, everyone else on the other.`
      : say`${list(near)} and ${list(far)} can no longer reach each other. Everyone else still reaches both.`,
  network: ({ done }) => (told[done.code] as (note: DoneNote) => Phrase)(done),
  heal: ({ at, old, until }) => {
    if (old === null) return say`The network heals.`
    if (until === null) return say`The network heals. At the end of the run ${host(old)} still believes it is the primary.`
    return say`The network heals. For ${seconds(until - at)} more nobody tells ${host(old)} that it has been replaced.`
  },
  kill: ({ host: name, primary, stranded, complete, waited, power }) => {
    const dies = say`${host(name)} ${power ? 'loses its power' : 'dies'}.`
    if (!primary) return dies
    if (stranded > 0) {
      const reached = say`${dies} ${writes(stranded)} that it had answered ${code('OK')} had reached no replica`
      return waited
        ? say`${reached}, and ${code(waited)} had not confirmed ${agreeing(stranded, 'it', 'them')}.`
        : say`${reached}.`
    }
    return complete ? say`${dies} Every write it had answered is on a replica.` : dies
  },
  pause: ({ host: name }) => say`${host(name)} freezes. It answers nobody and does not notice.`,
  resume: ({ host: name }) => say`${host(name)} wakes up and continues where it stopped.`,
  start: ({ host: name, role, loaded, writes: count, away, successor }) => {
    if (role === 'replica') return say`${host(name)} starts again, as a replica.`
    const data = count === 0 ? 'with no data at all' : `with ${writes(count)} from its ${loaded === 'aof' ? 'AOF' : 'disk'}`
    if (successor !== null)
      return say`${host(name)} restarts ${data}, and as a primary: its ${code('redis.conf')} still says so. ${host(successor)} is one too.`
    return say`${host(name)} is back after ${seconds(away)}, still the primary, ${data}.`
  },
  command: ({ on, command }) => say`An operator runs ${code(command)} on ${host(on)}.`,
  down: ({ host: name, have, sentinels, silence }) => {
    const agree = say`${have} of ${counted(sentinels, 'sentinel')} ${agreeing(have, 'says', 'say')}`
    if (silence === null) return say`${agree} that ${host(name)} is down.`
    return say`${host(name)} has been silent for ${seconds(silence)}. ${agree} that it is down.`
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
      : say`${demotes} From now on it refuses writes: ${code('READONLY')}.`
  },
  'gate-closed': ({ server, good, needed, lag, silent }) => {
    const counts = say`${good === 0 ? 'no good replica' : counted(good, 'good replica')} and needs ${needed}, so it refuses writes: ${code('NOREPLICAS')}.`
    if (silent.length === 0) return say`${host(server)} counts ${counts}`
    return say`${host(server)} has not heard from ${list(silent)} for more than ${seconds(lag, 0)}. It counts ${counts}`
  },
  'gate-open': ({ server, good }) =>
    say`${host(server)} counts ${good === 0 ? 'no good replica' : counted(good, 'good replica')} and accepts writes.`,
  late: ({ server, replicas, behind, lag }) =>
    say`${list(replicas)} ${are(replicas.length)} ${seconds(behind)} behind. Still, ${host(server)} has heard from ${replicas.length === 1 ? 'it' : 'them'} within ${seconds(lag, 0)}, so its gate stays open.`,
  erased: ({ hosts, of, lost: count, discarded, empty }) => {
    const several = hosts.length > 1
    const copies = say`${list(hosts)} ${several ? 'copy' : 'copies'} all data from ${host(of)}${empty ? ', which came back empty,' : ''}`
    if (count > 0) return say`${copies} and ${several ? 'erase' : 'erases'} ${lost(counted(count, 'acknowledged write'))}.`
    if (several)
      return say`${copies} and erase ${agreeing(discarded, 'the copy', `${number(discarded)} copies`)} of writes that ${host(of)} lacks.`
    return say`${copies} and erases ${writes(discarded)} that ${host(of)} lacks.`
  },
  moved: ({ client, server, forGood }) =>
    say`${host(client)} has found ${host(server)} and writes there${forGood ? ' from now on' : ''}.`,
  refused: ({ client, error, count }) =>
    error === 'NOCONN'
      ? say`${host(client)} finds no primary to write to. ${writes(count)} ${agreeing(count, 'fails', 'fail')}.`
      : say`${host(client)} reads ${code(error)}: ${writes(count)} ${are(count)} refused.`,
  'wait-short': ({ command, asked, count, times }) =>
    say`${code(command)} asks for ${asked} and gets ${count}. It returns a number, not an error, and the write stays.${times > 1 ? ` It happens ${counted(times, 'time')}.` : ''}`,
  waiting: ({ on, command, asked }) =>
    say`${host(on)} sends ${code(command)} and waits until ${counted(asked, 'replica')} ${agreeing(asked, 'has', 'have')} confirmed or the time is up.`,
  reply: ({ on, command, reply: answer, took }) =>
    took < NOTICEABLE
      ? say`${host(on)} runs ${code(command)}, which returns ${strong(replyText(answer))}.`
      : say`After ${seconds(took)}, ${code(command)} on ${host(on)} returns ${strong(replyText(answer))}.`,
  'first-write': ({ client, server }) => say`${host(client)} writes, and ${host(server)} answers ${code('OK')}.`,
  left: ({ hosts, primary, lost: count }) => {
    const where = say`still on ${list(hosts)}${primary === null ? '' : say`, and not on the primary, ${host(primary)}`}`
    return say`The run ends here: ${lost(counted(count, 'lost write'))} ${are(count)} ${where}.`
  },
  end: ({ primary, present, acknowledged }) => {
    const who = primary === null ? say`there is no primary` : say`${host(primary)} is the primary`
    const rest = acknowledged > 0 ? `, with ${number(present)} of ${counted(acknowledged, 'acknowledged write')}` : ''
    return say`At the end ${who}${rest}.`
  },
}
