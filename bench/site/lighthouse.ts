import lighthouse from 'lighthouse'
import { quantile } from '../statistics'
import { inBrowser } from './chromium'

/** The categories that give a score, as Lighthouse calls them. */
export const SCORES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
/** The audits that give a figure: milliseconds, but for the last, which has no unit. */
const FIGURES = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'] as const

type Quantity = (typeof SCORES)[number] | (typeof FIGURES)[number]

/** What Lighthouse says of a page: scores of 100, and figures. */
export type Report = Readonly<Record<Quantity, number>>

/** One look at a page as on a phone, in a browser of its own. */
export function look(address: string): Promise<Report> {
  return inBrowser(async (_, port) => {
    const result = await lighthouse(address, { port, logLevel: 'silent', onlyCategories: [...SCORES] })
    if (result === undefined) throw new Error(`Lighthouse says nothing of ${address}`)
    const { categories, audits, runtimeError } = result.lhr
    if (runtimeError !== undefined) throw new Error(`Lighthouse on ${address}: ${runtimeError.message}`)
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
  })
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
