import { seconds } from './pieces'

/** What a reader does with a demo, and what a demo says of itself. */
export const player = {
  region: (title: string) => `Demo: ${title}`,
  play: 'Play',
  pause: 'Pause',
  nextEvent: 'Next event',
  previousEvent: 'Previous event',
  nextMoment: 'Next moment',
  previousMoment: 'Previous moment',
  goTo: (index: number, micros: number) => `Moment ${index}, ${seconds(micros)}`,
  scrub: 'Time',
  scrubOf: (run: string) => `Time, ${run}`,
  speed: 'Speed',
  /** `micros`: of cluster time in a second of play. */
  speedIs: (micros: number) => (micros < 1_000_000 ? `1/${1_000_000 / micros}×` : `${micros / 1_000_000}×`),
  /** By itself, around a moment. */
  slowed: (times: number) => `slowed ${times}×`,
  following: (key: string) => `following ${key}`,
  letGo: (key: string) => `Stop following ${key}`,
  seed: (seed: number, sameOutcome: boolean) => (sameOutcome ? `seed ${seed}: same outcome` : `seed ${seed}`),
  /** What is said of one run of a comparison. */
  ofRun: (run: string, sentence: string) => `${run}: ${sentence}`,
  otherSeed: 'Another seed',
  reset: 'Start over',
  /** Copies one to what the demo shows. */
  link: 'Link',
  broken: 'This demo has stopped working. The figure shows the run as it was built.',
  listFailed: 'This list could not be loaded.',
  storyboard: 'Decisive moments',
  sameSettings: 'The settings are the same on both sides.',
  reduced: 'Reduced motion: use the steps.',
}
