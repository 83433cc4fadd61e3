// The only door to the lab: what the page "How we know" takes from it.
export { compare, type DecidedRow, type RangeRow, type Row } from '@/lab/compare/compare'
export { type Outcome, simulate } from '@/lab/compare/outcome'
export { type Recording, readRecording, scenarioHash } from '@/lab/recording'
