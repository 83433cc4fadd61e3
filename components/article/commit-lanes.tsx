import type { CommitRuns, Look } from '@/lib/commits/commits'
import { DEATH_NAMES, DEATHS, WATCHED } from '@/lib/commits/scenario'
import type { Words } from '@/lib/words/words'
import { SHOWN_AT_DEATH } from './commit-shown'

/** What a server or a client is at for a while; `waits` is drawn hollow. */
interface Bar {
  readonly from: number
  readonly to: number
  readonly waits?: true
}

interface Label {
  readonly at: number
  readonly text: string
  readonly ends?: true
}

/** A lane: bars, and the words above or below them. */
interface Lane {
  readonly bars: readonly Bar[]
  readonly labels: readonly Label[]
}

/** Pixels from the top, of the bar and of the base line of its words. Across, everything is a share of the width. */
const CLIENT = { bar: 18, text: 12 } as const
const SOURCE = { bar: 52, text: 46 } as const
const REPLICA = { bar: 92, text: 118 } as const
const READS = { source: 136, replica: 156 } as const
const AXIS = 172
const HEIGHT = 190
const THICK = 9
const TICKS = [0, 10, 20, 30]

/** Half a millisecond more at both ends, so that the first dot and the last are whole. */
const MARGIN = 0.5

const share = (length: number): string => `${((100 * length) / (WATCHED + 2 * MARGIN)).toFixed(1)}%`
const across = (at: number): string => share(at + MARGIN)

interface Props {
  readonly of: CommitRuns
  readonly words: Words['commits']
}

/** One commit from left to right. The words above the drawing say the same, so it is for the eye alone. */
export function CommitLanes({ of, words }: Props) {
  const { phases, onSource, onReplica } = of
  const lanes = [
    { ...CLIENT, ...clientLane(of, words) },
    { ...SOURCE, ...sourceLane(of, words) },
    { ...REPLICA, ...replicaLane(of, words) },
  ]
  return (
    <div className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
      <Names of={of} words={words} />
      <svg width="100%" height={HEIGHT} aria-hidden="true">
        <g className="stroke-edge">
          <line x1={across(phases.sent)} y1={SOURCE.bar + THICK} x2={across(phases.received)} y2={REPLICA.bar} />
          {phases.acknowledged !== null && (
            <line
              x1={across(phases.relayed ?? phases.applied)}
              y1={REPLICA.bar}
              x2={across(phases.acknowledged)}
              y2={SOURCE.bar + THICK}
              strokeDasharray="4 3"
            />
          )}
        </g>
        {lanes.map((lane) => (
          <LaneMarks key={lane.bar} {...lane} />
        ))}
        <Looks looks={onSource} y={READS.source} />
        <Looks looks={onReplica} y={READS.replica} />
        <Axis words={words} />
        <Deaths />
      </svg>
    </div>
  )
}

function clientLane({ phases: { answered, counted } }: CommitRuns, { marks }: Words['commits']): Lane {
  const waiting = counted === null ? [] : [{ from: answered, to: counted, waits: true } as const]
  return {
    bars: [{ from: 0, to: answered }, ...waiting],
    labels: [
      { at: answered, text: marks.ok },
      ...(counted === null ? [] : [{ at: counted, text: marks.counted, ends: true } as const]),
    ],
  }
}

function sourceLane({ phases: { arrived, flushed, committed, acknowledged } }: CommitRuns, { marks }: Words['commits']): Lane {
  const heard = (text: string, before = 0): readonly Label[] =>
    acknowledged === null ? [] : [{ at: acknowledged - before, text, ends: true }]
  if (flushed === null) {
    return { bars: [moment(arrived)], labels: [{ at: arrived, text: marks.executed }, ...heard(marks.acknowledged)] }
  }
  const commitsFirst = acknowledged === null || committed < acknowledged
  const worked = commitsFirst ? committed : flushed
  return {
    bars: [
      { from: arrived, to: worked },
      ...(acknowledged === null ? [] : [{ from: worked, to: acknowledged, waits: true } as const]),
      ...(commitsFirst ? [] : [moment(committed)]),
    ],
    labels: [
      { at: arrived, text: commitsFirst ? marks.binlogAndCommit : marks.binlog },
      ...heard(marks.waits, 1),
      ...(commitsFirst ? [] : [{ at: committed, text: marks.commit }]),
    ],
  }
}

/** What takes no time, just wide enough to be seen. */
const moment = (at: number): Bar => ({ from: at, to: at + 0.4 })

function replicaLane({ phases: { relayed, applied } }: CommitRuns, { marks }: Words['commits']): Lane {
  if (relayed === null) return { bars: [moment(applied)], labels: [{ at: applied, text: marks.executed }] }
  return { bars: [{ from: relayed, to: applied }], labels: [{ at: relayed, text: marks.relayed }] }
}

function LaneMarks({ bars, labels, bar, text }: Lane & { readonly bar: number; readonly text: number }) {
  return (
    <>
      {bars.map(({ from, to, waits }) => (
        <rect
          key={from}
          x={across(from)}
          y={bar}
          width={share(to - from)}
          height={THICK}
          className={waits ? 'fill-bg stroke-edge' : 'fill-edge'}
        />
      ))}
      {labels.map(({ at, text: label, ends }) => (
        <text key={label} x={across(at)} y={text} textAnchor={ends ? 'end' : 'start'} className="fill-ink">
          {label}
        </text>
      ))}
    </>
  )
}

function Looks({ looks, y }: { readonly looks: readonly Look[]; readonly y: number }) {
  return (
    <g className="stroke-edge">
      {looks.map(({ at, found }) => (
        <circle key={at} cx={across(at)} cy={y} r="3" className={found ? 'fill-ink stroke-ink' : 'fill-none'} />
      ))}
    </g>
  )
}

function Axis({ words }: Pick<Props, 'words'>) {
  return (
    <g className="stroke-line">
      <line y1={AXIS} x2="100%" y2={AXIS} />
      {TICKS.map((at) => (
        <text
          key={at}
          x={across(at)}
          y={AXIS + 15}
          textAnchor={at === 0 ? 'start' : at === WATCHED ? 'end' : 'middle'}
          className="fill-soft stroke-none"
        >
          {at === WATCHED ? words.tick(at) : at}
        </text>
      ))}
    </g>
  )
}

/** Behind the chosen death nothing of this happens any more: what comes after it is covered. */
function Deaths() {
  return DEATH_NAMES.map((death) => (
    <g key={death} className={SHOWN_AT_DEATH[death]}>
      <rect
        x={across(DEATHS[death])}
        width={share(WATCHED + MARGIN - DEATHS[death])}
        height={AXIS - 1}
        className="fill-panel opacity-85"
      />
      <line x1={across(DEATHS[death])} x2={across(DEATHS[death])} y2={AXIS} className="stroke-ink stroke-2" />
    </g>
  ))
}

function Names({ of: { source, replica }, words: { lanes } }: Props) {
  const names = [
    { y: CLIENT.bar + THICK, text: lanes.client },
    { y: SOURCE.bar + THICK, text: lanes.source(source) },
    { y: REPLICA.bar + THICK, text: lanes.replica(replica) },
    { y: READS.source + 4, text: lanes.reads(source) },
    { y: READS.replica + 4, text: lanes.reads(replica) },
  ]
  return (
    <svg width="84" height={HEIGHT} className="fill-soft" aria-hidden="true">
      {names.map(({ y, text }) => (
        <text key={y} y={y}>
          {text}
        </text>
      ))}
    </svg>
  )
}
