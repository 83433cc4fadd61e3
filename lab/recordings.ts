import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BadRecording, type Recording, readRecording } from '@/lib/evidence/recording'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { BadInput, Failure } from '@/lib/terminal/failure.mjs'
import { loadSubject } from './subject'

const FOLDER = fileURLToPath(new URL('./recordings', import.meta.url))

/** What ran: Redis or MySQL, for which the scenarios are, or MariaDB, which differs here and there. */
export type Recorded = 'own' | 'mariadb'

/** Where the recording of a scenario belongs. */
export function recordingPath(name: string, of: Recorded = 'own'): string {
  return join(FOLDER, of === 'own' ? '' : of, `${name}.jsonl`)
}

/** The names of all scenarios that were recorded. */
export function recordedNames(of: Recorded = 'own'): readonly string[] {
  return readdirSync(join(FOLDER, of === 'own' ? '' : of))
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => basename(file, '.jsonl'))
    .sort()
}

/** A recording and the scenario that was recorded. @throws {BadInput} there is none  @throws {Failure} it can't be read */
export function loadRecording(
  name: string,
  of: Recorded = 'own',
): { readonly recording: Recording; readonly scenario: Scenario } {
  if (!recordedNames(of).includes(name))
    throw new BadInput(`no recording ${JSON.stringify(name)}; recorded are ${recordedNames(of).join(', ')}`)
  return { recording: read(recordingPath(name, of)), scenario: loadSubject(name) }
}

function read(path: string): Recording {
  try {
    return readRecording(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof BadRecording) throw new Failure(`${path}: ${error.message}`)
    throw error
  }
}
