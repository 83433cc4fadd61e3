import { type Phrase, say, strong } from '../../phrase'
import { agreeing, counted, number } from '../counted'
import { entry, setUp } from './entry'
import { finding } from './finding'
import { factWords, quantities } from './labels'
import { commands, howManyRuns, method, runIt, terms } from './method'
import { notModelled, notModelledLede } from './not-modelled'
import { plot } from './plot'
import { subjectPage, subjects } from './subjects'

const runs = (count: number): string => counted(count, 'run')

/** Words of the pages of "How we know". */
export const evidence = {
  title: 'How we know',
  lede: 'Every scenario on this site is simulated, and run on real servers as well. Here is what both did.',
  description:
    'Runs of real redis-server, redis-sentinel and mysqld processes beside the simulation that drives the demos: what the cluster decided, how long it took, how many writes were lost, and what is not modelled.',
  sections: {
    method: 'What was compared',
    counted: 'What each word counts',
    scenarios: 'Scenario by scenario',
    'not-modelled': 'What is not modelled',
    'run-the-lab': 'Run the lab yourself',
  },
  method,
  counted: terms,
  howManyRuns,
  notModelledLede,
  notModelled,
  runIt,
  commands,
  subjects,
  subjectPage,
  otherSubjects: 'Other subjects',
  summary: {
    agree: (scenarios: number, real: number): Phrase =>
      say`${strong(`${counted(scenarios, 'scenario')}, ${runs(real)} of real servers: simulation and servers agree on everything the cluster decided.`)}`,
    disagree: (scenarios: number, real: number, odd: number): Phrase =>
      say`${strong(`${counted(scenarios, 'scenario')}, ${runs(real)} of real servers: simulation and servers disagree on ${counted(odd, 'decision')}.`)}`,
    decided: 'Decisions that agree',
    ranges: 'Times and counts within tolerance',
    of: (agree: number, all: number) => `${number(agree)} of ${number(all)}`,
    simulated: 'Simulated runs',
    server: 'Servers',
    system: 'System',
    recorded: 'Recorded',
    dates: (first: string, last: string) => (first === last ? first : `${first} – ${last}`),
    number,
    unrecorded: (count: number) => `${counted(count, 'scenario')} ${agreeing(count, 'has', 'have')} not been recorded yet.`,
    changed: (count: number) =>
      `${counted(count, 'scenario')} ${agreeing(count, 'has', 'have')} changed since ${agreeing(count, 'it was', 'they were')} recorded.`,
  },
  index: 'Scenarios',
  marks: { agree: 'agrees', disagree: 'disagrees', none: 'not recorded' },
  finding,
  entry,
  setUp,
  plot,
  /** A figure of real servers in the prose of an article. */
  measured: {
    range: (least: string, most: string) => (least === most ? least : `${least}–${most}`),
    seconds: (range: string) => `${range} s`,
    source: (title: string, real: number, server: string) => `${runs(real)} of ${server}: ${title}`,
  },
  quantities,
  ...factWords,
}

export type EvidenceWords = typeof evidence
