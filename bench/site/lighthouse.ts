import lighthouse, { type Result } from 'lighthouse'
import { Failure } from '@/lib/terminal/failure.mjs'
import { quantile } from '../statistics'
import { inBrowser } from './chromium'

/** The categories that give a score, as Lighthouse calls them. */
export const SCORES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
/** The audits that give a figure: milliseconds, but for the last, which has no unit. */
const FIGURES = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'] as const

/** A busy machine makes Lighthouse miss the beginning of a page now and then. */
const ATTEMPTS = 3

type Quantity = (typeof SCORES)[number] | (typeof FIGURES)[number]

/** What Lighthouse says of a page: scores of 100, and figures. */
export type Report = Readonly<Record<Quantity, number>>

/** One look at a page as on a phone. Lighthouse itself asks to be run again where it lost track. @throws {Failure} when it keeps losing it */
export async function look(address: string, attempts = ATTEMPTS): Promise<Report> {
  const { categories, audits, runtimeError } = await inBrowser((_, port) => resultOf(address, port))
  if (runtimeError !== undefined) {
    if (attempts === 1) throw new Failure(`Lighthouse on ${address}: ${runtimeError.message}`)
    return look(address, attempts - 1)
  }
  const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100)
  const figure = (name: string): number => audits[name]?.numericValue ?? Number.NaN
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
    'largest-contentful-paint': figure('largest-contentful-paint'),
    'total-blocking-time': figure('total-blocking-time'),
    'cumulative-layout-shift': figure('cumulative-layout-shift'),
  }
}

async function resultOf(address: string, port: number): Promise<Result> {
  const result = await lighthouse(address, { port, logLevel: 'silent', onlyCategories: [...SCORES] })
  if (result === undefined) throw new Failure(`Lighthouse says nothing of ${address}`)
  return result.lhr
}

/** Looks at each page `runs` times. The pages take turns, so that a busy machine disturbs all of them alike. */
export async function lookInTurn<Name extends string>(
  names: readonly Name[],
  runs: number,
  lookAt: (name: Name) => Promise<Report>,
): Promise<ReadonlyMap<Name, readonly Report[]>> {
  const reports = new Map(names.map((name) => [name, [] as Report[]]))
  for (let run = 0; run < runs; run += 1) {
    for (const name of names) reports.get(name)?.push(await lookAt(name))
  }
  return reports
}

export function medianOf(reports: readonly Report[], quantity: Quantity): number {
  return quantile(
    reports.map((report) => report[quantity]),
    0.5,
  )
}
