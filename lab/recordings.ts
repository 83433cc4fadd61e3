import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Recording, readRecording } from '@/lib/evidence/recording'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { loadSubject } from './subject'

const FOLDER = fileURLToPath(new URL('./recordings', import.meta.url))

/** Where the recording of a scenario belongs. */
export function recordingPath(name: string): string {
  return join(FOLDER, `${name}.jsonl`)
}

/** The names of all scenarios that were recorded. */
export function recordedNames(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => basename(file, '.jsonl'))
    .sort()
}

/** A recording and the scenario that was recorded. @throws {BadRecording} */
export function loadRecording(name: string): { readonly recording: Recording; readonly scenario: Scenario } {
  return { recording: readRecording(readFileSync(recordingPath(name), 'utf8')), scenario: loadSubject(name) }
}
