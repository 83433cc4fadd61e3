import type { EventOf, Reply } from '@/lib/sim/journal'

/**
 * A decisive moment of a run: a code and what its sentence needs. Times are microseconds.
 * `at` is when it happened, `index` the event of the journal that it was.
 */
export type Moment = { readonly at: number; readonly index: number } & (
  | SplitMoment
  | ProcessMoment
  | FailoverMoment
  | ServerMoment
  | ClientMoment
)

/** A moment with the number that it has on the axis and in the storyboard, and on both sides of a comparison. */
export type NumberedMoment = Moment & { readonly number: number }

export type MomentCode = Moment['code']
export type MomentOf<C extends MomentCode> = Extract<Moment, { readonly code: C }>

type SplitMoment =
  /** The network falls apart. `near`: the part with the primary of that time; `rest`: nobody else is left over. */
  | { readonly code: 'split'; readonly near: readonly string[]; readonly far: readonly string[]; readonly rest: boolean }
  | { readonly code: 'one-way'; readonly from: string; readonly to: string }
  /** `old`: a primary that has been replaced without knowing it; `until`: when it is told, null if not before the end. */
  | { readonly code: 'heal'; readonly old: string | null; readonly until: number | null }

type ProcessMoment =
  /** `stranded`: writes that it had answered `OK` and that no replica had by then. `complete`: there are none. */
  | {
      readonly code: 'kill'
      readonly host: string
      readonly primary: boolean
      readonly stranded: number
      readonly complete: boolean
    }
  | { readonly code: 'pause'; readonly host: string; readonly primary: boolean }
  | { readonly code: 'resume'; readonly host: string; readonly primary: boolean }
  /** A server is back. `away`: since its kill; `successor`: who is primary by now, if it comes back as one too. */
  | {
      readonly code: 'start'
      readonly host: string
      readonly role: EventOf<'boot'>['role']
      readonly loaded: EventOf<'boot'>['loaded']
      readonly writes: number
      readonly away: number
      readonly successor: string | null
    }

type FailoverMoment =
  | { readonly code: 'command'; readonly on: string; readonly command: string }
  /**
   * Enough sentinels agree. `silence`: `down-after-milliseconds` of the one that says so, in µs, where the server was dead, frozen or out
   * of its reach for so long; null where it is taken for dead for another reason.
   */
  | {
      readonly code: 'down'
      readonly host: string
      readonly have: number
      readonly sentinels: number
      readonly silence: number | null
    }
  | { readonly code: 'not-elected'; readonly sentinel: string; readonly votesNeeded: number }
  | { readonly code: 'no-good-replica'; readonly sentinel: string }
  /**
   * `old`: the primary until then; `goesOn`: it runs and takes itself for one still, and answers writes `OK`, or refuses them for its gate.
   * `reachable`: the promoted one could tell it. `missing`: writes acknowledged by then that the promoted one does not have.
   */
  | {
      readonly code: 'promoted'
      readonly host: string
      readonly old: string | null
      readonly sentinel: string | null
      readonly goesOn: 'open' | 'closed' | null
      readonly reachable: boolean
      readonly missing: number
      readonly acknowledged: number
      /** A replica that had acknowledged writes which this one lacks, passed over for its higher `replica-priority`. */
      readonly passedOver: string | null
    }
  /** `refusing`: its gate was shut already. */
  | {
      readonly code: 'demoted'
      readonly host: string
      readonly of: string
      readonly sentinel: string | null
      readonly refusing: boolean
    }

type ServerMoment =
  /** `silent`: replicas that are attached and have not been heard from for longer than `min-replicas-max-lag`, `lag` µs. */
  | {
      readonly code: 'gate-closed'
      readonly server: string
      readonly good: number
      readonly needed: number
      readonly lag: number
      readonly silent: readonly string[]
    }
  | { readonly code: 'gate-open'; readonly server: string; readonly good: number }
  /** `lost`: acknowledged writes whose last copy this destroyed; `discarded`: copies of writes thrown away, on all of `hosts`. */
  | {
      readonly code: 'erased'
      readonly hosts: readonly string[]
      readonly of: string
      readonly lost: number
      readonly discarded: number
      readonly empty: boolean
    }

type ClientMoment =
  /** `forGood`: from then on all that it is answered `OK` comes from there. */
  | {
      readonly code: 'moved'
      readonly client: string
      readonly from: string
      readonly server: string
      readonly forGood: boolean
    }
  /** From here on a client is answered with an error, or finds nobody. `count`: writes that met it. */
  | {
      readonly code: 'refused'
      readonly client: string
      readonly server: string | null
      readonly error: string
      readonly count: number
    }
  | {
      readonly code: 'wait-short'
      readonly client: string
      readonly asked: number
      readonly count: number
      readonly times: number
    }
  | { readonly code: 'reply'; readonly on: string; readonly command: string; readonly reply: Reply; readonly took: number }
  | { readonly code: 'first-write'; readonly client: string; readonly server: string }
  /** The run ends before copies of lost writes have been erased. `hosts`: who still has some; `primary`: who has none. */
  | { readonly code: 'left'; readonly hosts: readonly string[]; readonly primary: string | null; readonly lost: number }
  | { readonly code: 'end'; readonly primary: string | null; readonly present: number; readonly acknowledged: number }

/** Index of the last moment that has happened at `at`; −1 before the first. */
export function momentAt(moments: readonly Moment[], at: number): number {
  return moments.findLastIndex((moment) => moment.at <= at)
}
