import type { Instant, MomentKind } from '../kind'
import { command } from './command'
import { demoted } from './demoted'
import { down } from './down'
import { end } from './end'
import { erased } from './erased'
import { firstWrite } from './first-write'
import { gateClosed } from './gate-closed'
import { gateOpen } from './gate-open'
import { heal } from './heal'
import { kill } from './kill'
import { late } from './late'
import { left } from './left'
import { moved } from './moved'
import { network } from './network'
import { noGoodReplica } from './no-good-replica'
import { notElected } from './not-elected'
import { pause } from './pause'
import { promoted } from './promoted'
import { refused } from './refused'
import { reply } from './reply'
import { resume } from './resume'
import { split } from './split'
import { start } from './start'
import { waitShort } from './wait-short'
import { waiting } from './waiting'

/** Every kind of moment by its code. Of one event, the one that stands here first is told first. Other kinds of process add theirs. */
export const MOMENTS = {
  split,
  network,
  heal,
  kill,
  pause,
  resume,
  start,
  command,
  down,
  'not-elected': notElected,
  'no-good-replica': noGoodReplica,
  promoted,
  demoted,
  erased,
  'gate-closed': gateClosed,
  'gate-open': gateOpen,
  late,
  moved,
  refused,
  'wait-short': waitShort,
  waiting,
  reply,
  'first-write': firstWrite,
  left,
  end,
} satisfies Readonly<Record<string, MomentKind<Instant>>>
