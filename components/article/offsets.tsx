import type { ReactNode } from 'react'
import { type Fork, forkOf } from '@/lib/reading/verdict/fork'
import type { Run } from '@/lib/run'
import { words as catalogue } from '@/lib/words/words'
import type { InLocale } from './bound'

export interface OffsetsProps {
  readonly run: Run
}

/** Of one server: how many bytes it shares with the other, and how many are its own. */
interface Ruler {
  readonly host: string
  readonly shared: number
  readonly own: number
  readonly looks: string
}

const OWN = { lost: 'fill-lost', alone: 'fill-soft', living: 'fill-safe' } as const

/**
 * The histories of a demoted primary and of the new one, as lengths: what both have, and what each wrote alone. The picture is for the
 * eye; the list below it says the same in numbers. It shows the run as it was built, whatever anybody plays with.
 */
export function Offsets({ run, locale }: OffsetsProps & InLocale) {
  const fork = forkOf(run.film.run)
  if (fork === null) throw new Error(`<Offsets>: no old primary asks for a history of its own in ${run.scenario.name}`)
  const words = catalogue(locale).offsets
  const { old, heir, from, shared, ofOld, ofHeir, lost } = fork
  const longest = Math.max(ofOld, ofHeir) - from
  const rulers: readonly Ruler[] = [
    { host: old, shared: shared - from, own: ofOld - shared, looks: lost > 0 ? OWN.lost : OWN.alone },
    { host: heir, shared: shared - from, own: ofHeir - shared, looks: OWN.living },
  ]
  return (
    <figure className="rounded-xl border border-line bg-panel px-4.5 py-4 text-sm break-inside-avoid" data-offsets="">
      <figcaption className="text-soft">{words.caption(old, heir)}</figcaption>
      <div className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-2">
        {rulers.map(({ host, shared: both, own, looks }) => (
          <Row key={host} host={host}>
            <svg viewBox={`0 0 ${longest} 10`} preserveAspectRatio="none" className="block h-4.5 w-full" aria-hidden="true">
              <rect width={both} height="10" className="fill-edge" />
              <rect x={both} width={own} height="10" className={looks} />
            </svg>
          </Row>
        ))}
      </div>
      <Figures fork={fork} words={words} />
    </figure>
  )
}

function Row({ host, children }: { host: string; children: ReactNode }) {
  return (
    <>
      <code>{host}</code>
      {children}
    </>
  )
}

type Words = ReturnType<typeof catalogue>['offsets']

function Figures({ fork: { old, heir, shared, ofOld, ofHeir, lost }, words }: { fork: Fork; words: Words }) {
  const rows = [
    { looks: 'fill-edge', text: words.both(shared) },
    { looks: lost > 0 ? OWN.lost : OWN.alone, text: words.old(old, ofOld - shared, lost) },
    { looks: OWN.living, text: words.heir(heir, ofHeir - shared) },
  ]
  return (
    <>
      <ul className="mt-3 grid gap-1">
        {rows.map(({ looks, text }) => (
          <li key={text} className="flex items-baseline gap-2 tabular-nums">
            <svg viewBox="0 0 10 10" className="size-2.5 flex-none" aria-hidden="true">
              <rect width="10" height="10" className={looks} />
            </svg>
            {text}
          </li>
        ))}
      </ul>
      <p className="mt-2 tabular-nums">{words.asked(old, heir, ofOld + 1, shared + 1)}</p>
    </>
  )
}
