import type { MysqlHeadline } from '@/lib/reading/kinds/mysql/headlines'
import type { MYSQL_MOMENTS } from '@/lib/reading/kinds/mysql/moments'
import type { MomentOf } from '@/lib/reading/story/moment'
import { code, host, lost, type Phrase, say, strong } from '../../phrase'
import { replyText } from '../../reply'
import { agreeing, counted, number } from '../counted'
import { demo } from '.'
import { are, list, seconds } from './pieces'

const transactions = (count: number): string => counted(count, 'transaction')
const commits = (count: number): string => counted(count, 'commit')
const ago = (micros: number): string => seconds(micros, micros < 9_950_000 ? 1 : 0)

/** What no other kind of server has to say. */
export const own = {
  unapplied: (count: number) => [`${number(count)} in relay log, not applied`, `${number(count)} not applied`],
  applierStopped: (errno: number) => `applier: error ${errno}`,
}

const headlines: { readonly [C in MysqlHeadline['code']]: (headline: Extract<MysqlHeadline, { code: C }>) => Phrase } = {
  phantom: ({ reader, server, command, gone }) => {
    const read = say`${host(reader)} read a row on ${host(server)} before its own client had an answer: ${code(command)}.`
    return gone ? say`${read} ${strong('The new source does not have it.')}` : read
  },
  errant: ({ server, of, extra }) =>
    say`${host(server)} follows ${host(of)} and has ${strong(`${transactions(extra)} more`)} than its source. Nothing refuses that.`,
  unguarded: ({ acknowledged, unguarded }) =>
    say`${acknowledged === 1 ? 'The one commit' : `All ${commits(acknowledged)}`} that got ${strong('OK')} ${are(acknowledged)} still there, but ${strong(`${number(unguarded)} got it while no replica had them`)}.`,
}

const moments: { readonly [C in keyof typeof MYSQL_MOMENTS]: (moment: MomentOf<C>) => Phrase } = {
  held: ({ server, point }) =>
    point === 'AFTER_SYNC'
      ? say`${host(server)} holds the commit: it is in the binlog, no replica has acknowledged it, nobody sees it.`
      : say`${host(server)} has committed and holds the answer: no replica has acknowledged it, yet everybody sees the row.`,
  'fell-back': ({ server, reason, released }) => {
    const why = {
      timeout: say`${host(server)} has waited long enough.`,
      'no-replica': say`${host(server)} has too few replicas.`,
      disabled: say`Somebody switches semi-sync off on ${host(server)}.`,
    }[reason]
    const rest = released === 0 ? '' : ` ${commits(released)} ${agreeing(released, 'goes', 'go')} on, and the client reads OK.`
    return say`${why} It falls back to asynchronous.${rest}`
  },
  returned: ({ server, away }) =>
    say`A replica has caught up: after ${seconds(away)} ${host(server)} waits for acknowledgements again.`,
  'made-writable': ({ host: name, alive, missing, acknowledged }) => {
    const made = say`${host(name)} is made writable.`
    if (alive !== null) return say`${made} ${host(alive)} still is: there are two sources.`
    if (missing > 0) return say`${made} ${counted(missing, 'acknowledged commit')} ${are(missing)} not on it.`
    return acknowledged > 0 ? say`${made} It has every acknowledged commit.` : made
  },
  'relay-discarded': ({ host: name, discarded, acknowledged }) => {
    const thrown = say`${code('RESET REPLICA')} throws the relay log of ${host(name)} away, with ${transactions(discarded)} not applied`
    return acknowledged > 0 ? say`${thrown}: ${lost(`${number(acknowledged)} of them acknowledged`)}.` : say`${thrown}.`
  },
  'applier-stopped': ({ host: name, errno }) =>
    errno === null
      ? say`${host(name)} applies nothing from now on. It still receives, and still acknowledges.`
      : say`The applier of ${host(name)} stops with error ${errno}: its data contradict those of its source.`,
  back: ({ host: name, writable, kept, successor }) => {
    const up = say`${host(name)} is back${writable ? ', writable' : ''}.`
    const more = kept === 0 ? [] : say` It commits ${transactions(kept)} of its binlog that no client had got ${code('OK')} for.`
    return successor !== null && writable ? say`${up} ${host(successor)} is a source too.${more}` : say`${up}${more}`
  },
  errant: ({ host: name, of, gtids }) =>
    say`${host(name)} follows ${host(of)} and has ${code(gtids)}, which ${host(of)} lacks. It is not refused.`,
  phantom: ({ on, client, command, gone }) =>
    say`${host(on)} runs ${code(command)} and sees the row, while ${host(client)} still waits for its answer.${gone ? say` ${strong('After the failover it is gone.')}` : ''}`,
  read: ({ on, command, reply }) => say`${host(on)} runs ${code(command)}: ${strong(replyText(reply))}.`,
}

/** Words of the demos where the servers are those of MySQL. */
export const mysql: typeof demo & { readonly headlines: typeof headlines; readonly moments: typeof moments } = {
  ...demo,
  kinds: { ...demo.kinds, primary: 'source', closed: 'source, holds commits', async: 'source, asynchronous' },
  lanes: {
    ...demo.lanes,
    twoPrimaries: (count, micros) => `${count === 2 ? 'two' : count} writable sources for ${seconds(micros)}`,
  },
  alternative: {
    ...demo.alternative,
    overlap: (servers, from, to, accepting) =>
      demo.alternative.overlap(servers, from, to, accepting).replace('are primary', 'are writable'),
  },
  stage: {
    ...demo.stage,
    roles: { ...demo.stage.roles, primary: 'source' },
    refuses: 'holds commits',
    data: {
      ...demo.stage.data,
      holds: (count) => (count === 0 ? 'empty' : transactions(count)),
      onDisk: (count) => `in binlog: ${number(count)}`,
      only: (count) => [`${transactions(count)} only here`, `${number(count)} only here`],
      beyond: (count) => [`${transactions(count)} extra`, `${number(count)} extra`],
      behind: (count, micros) => {
        const late = micros === null || micros < 50_000 ? '' : `, ${ago(micros)}`
        return [`${transactions(count)} behind${late}`, `${number(count)} behind${late}`]
      },
    },
    gate: {
      off: ['semi-sync OFF', 'async'],
      counts: (needed) => [`semi-sync ON, needs ${needed}`, `needs ${needed} ACK`],
    },
  },
  headlines: {
    ...demo.headlines,
    ...headlines,
    survived: ({ primary, acknowledged, failed }) => {
      const over = primary === null ? [] : say`${host(primary)} is the source now. `
      const rest = failed > 0 ? ` ${number(failed)} never got an answer.` : ''
      return say`${over}${strong(acknowledged === 1 ? 'The one commit that got OK is there.' : `All ${commits(acknowledged)} that got OK are there.`)}${rest}`
    },
  },
  moments: {
    ...demo.moments,
    ...moments,
    refused: ({ client, error, count }) =>
      error === 'NOCONN'
        ? say`${host(client)} finds no source to write to. ${commits(count)} ${agreeing(count, 'fails', 'fail')}.`
        : say`${host(client)} reads ${code(error)}: ${commits(count)} ${are(count)} refused.`,
    kill: ({ host: name, stranded }) =>
      stranded === 0
        ? say`${host(name)} dies.`
        : say`${host(name)} dies. ${commits(stranded)} that it had answered ${code('OK')} ${are(stranded)} in no relay log.`,
    heal: ({ at, old, until }) => {
      if (old === null) return say`The network heals.`
      if (until === null) return say`The network heals. At the end of the run ${host(old)} is still writable.`
      return say`The network heals. For ${seconds(until - at)} more ${host(old)} stays writable.`
    },
    left: ({ hosts, primary, lost: count }) => {
      const where = say`on ${list(hosts)}${primary === null ? '' : say`, and not on the source, ${host(primary)}`}`
      return say`The run ends here: ${lost(counted(count, 'lost commit'))} ${are(count)} still ${where}.`
    },
    end: ({ primary, present, acknowledged }) => {
      const who = primary === null ? say`there is no source` : say`${host(primary)} is the source`
      return say`At the end ${who}${acknowledged > 0 ? `, with ${number(present)} of ${counted(acknowledged, 'acknowledged commit')}` : ''}.`
    },
  },
}
