import type { EventOf, Reply } from '../journal'

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

export type MomentCode = Moment['code']
export type MomentOf<C extends MomentCode> = Extract<Moment, { readonly code: C }>

type SplitMoment =
  /** The network falls apart. `near`: the part with the primary of that time; `rest`: nobody else is left over. */
  | { readonly code: 'split'; readonly near: readonly string[]; readonly far: readonly string[]; readonly rest: boolean }
  | { readonly code: 'one-way'; readonly from: string; readonly to: string }
  /** `old`: a primary that should not be one any more, and for how long it stays one; null `until` if to the end. */
  | { readonly code: 'heal'; readonly old: string | null; readonly until: number | null }

type ProcessMoment =
  /** `stranded`: lost writes that it had answered and no replica ever had. `complete`: all that it had answered reached one. */
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
  /** Enough sentinels agree. `silence`: `down-after-milliseconds` of the one that says so, in µs. */
  | { readonly code: 'down'; readonly host: string; readonly have: number; readonly sentinels: number; readonly silence: number }
  | { readonly code: 'not-elected'; readonly sentinel: string; readonly votesNeeded: number }
  | { readonly code: 'no-good-replica'; readonly sentinel: string }
  /**
   * `old`: the primary until then, `alive` if it goes on as one, `reachable` if the promoted one could tell it, `answering` if it goes on
   * saying OK. `missing`: writes it had acknowledged by then that are lost in the end; `complete`: there are none, and this one stays.
   */
  | {
      readonly code: 'promoted'
      readonly host: string
      readonly old: string | null
      readonly sentinel: string | null
      readonly alive: boolean
      readonly reachable: boolean
      readonly answering: boolean
      readonly missing: number
      readonly complete: boolean
      /** A replica with more data that was passed over for its higher `replica-priority`. */
      readonly passedOver: string | null
    }
  | { readonly code: 'demoted'; readonly host: string; readonly of: string; readonly sentinel: string | null }

type ServerMoment =
  /** `fresh`: it has only just become primary. `lag`: its `min-replicas-max-lag`, µs. */
  | {
      readonly code: 'gate-closed'
      readonly server: string
      readonly good: number
      readonly needed: number
      readonly lag: number
      readonly fresh: boolean
      readonly refused: number
    }
  | { readonly code: 'gate-open'; readonly server: string; readonly good: number }
  /** `lost`: acknowledged writes whose last copy this destroyed; `discarded`: all writes thrown away, on each of `hosts`. */
  | {
      readonly code: 'erased'
      readonly hosts: readonly string[]
      readonly of: string
      readonly lost: number
      readonly discarded: number
      readonly empty: boolean
    }

type ClientMoment =
  | { readonly code: 'moved'; readonly client: string; readonly from: string; readonly server: string }
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
  | { readonly code: 'end'; readonly primary: string | null; readonly present: number; readonly acknowledged: number }

/** Index of the last moment that has happened at `at`; −1 before the first. */
export function momentAt(moments: readonly Moment[], at: number): number {
  return moments.findLastIndex((moment) => moment.at <= at)
}
