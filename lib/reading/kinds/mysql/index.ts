// What a run with MySQL is read by, where that differs. It comes with the kind itself; for runs without it nothing changes.
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { TURNS } from '../../film/fates'
import { CARRIED } from '../../film/flight-collector'
import { STEPS } from '../../film/frame'
import { CHANGES } from '../../film/lanes'
import { READINGS } from '../../film/signals'
import { ROOM } from '../../film/stage-casting'
import type { Story } from '../../story/kind'
import { MOMENTS } from '../../story/moments/moments'
import '../../verdict/mysql'
import { OWN_LINES } from '../../lists/own-lines'
import { replaceView } from '../views'
import { mysqlAcks } from './acks'
import { MYSQL_STEPS, withNeeded } from './frame'
import { mysqlDecisive, mysqlHeadline } from './headline'
import { MYSQL_CHANGES, withHeldCommits } from './lanes'
import { MYSQL_LINES } from './lines'
import { killsOfMysql, MYSQL_MOMENTS } from './moments'
import { isRead } from './reads'
import { heldCommits } from './waits'

/** Whether there is one of its servers. */
export function hasMysql({ hosts }: Scenario): boolean {
  return Object.values(hosts).some(({ mysql }) => mysql !== undefined)
}

const WRITE = /^(insert|update|delete|replace)\b/i

/** Whether a client writes where a source waits for replicas, be it later. */
function mayBeHeld({ hosts, workload, actions }: Scenario, client: string): boolean {
  const typed = actions.flatMap((action) => ('run' in action ? [action.run] : []))
  const enabled = Object.values(hosts).some(({ mysql }) => mysql?.conf.rpl_semi_sync_source_enabled === 'ON')
  return (
    (enabled || typed.some(({ command }) => /rpl_semi_sync_source_enabled ?= ?(ON|1)/i.test(command))) &&
    (workload.some((stream) => stream.client === client && WRITE.test(stream.command)) ||
      typed.some(({ on, command }) => on === client && WRITE.test(command)))
  )
}

const { toHang } = ROOM
ROOM.toHang = (scenario, host) => toHang(scenario, host) || mayBeHeld(scenario, host)
Object.assign(STEPS, MYSQL_STEPS)
Object.assign(CHANGES, MYSQL_CHANGES)
CARRIED['binlog-event'] = 'copy'
READINGS['semisync-ack'] = ({ position }) => ({ kind: 'ack', text: String(position) })
for (const type of ['promoted', 'read-only', 'mysql-up', 'repointed'] as const) TURNS.add(type)
replaceView('frames', hasMysql, (film, usual) => withNeeded(film.run.scenario, usual(film)))
replaceView('lanes', hasMysql, (film, usual) => withHeldCommits(film.run, usual(film)))
replaceView('acks', hasMysql, ({ run }) => mysqlAcks(run))
replaceView('waits', hasMysql, ({ run, verdict, acks }) => heldCommits(run, verdict, acks))
replaceView('headline', hasMysql, (film, usual) => mysqlHeadline(film, usual(film)))
replaceView('decisive', hasMysql, (film, usual) => mysqlDecisive(film, usual(film)))
Object.assign(MOMENTS, MYSQL_MOMENTS)
Object.assign(OWN_LINES, MYSQL_LINES)
const { kill, reply } = MOMENTS
const [deaths, answers] = [kill.find, reply.find]
Object.assign(kill, {
  find: (story: Story) => (hasMysql(story.run.scenario) ? killsOfMysql(story) : deaths(story)),
})
// What was read has a moment of its own.
Object.assign(reply, {
  find: (story: Story) => answers(story).filter(({ command }) => !hasMysql(story.run.scenario) || !isRead(command)),
})
