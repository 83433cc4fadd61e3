import { kill, killForm } from './kill'
import { pause, pauseForm } from './pause'
import { powerOff, powerOffForm } from './power-off'
import { resume, resumeForm } from './resume'
import { run, runForm } from './run'
import { start, startForm } from './start'

/** What can be done to processes, by its verb. */
export const ON_PROCESSES = { kill, powerOff, start, pause, resume, run }
export const ON_PROCESSES_FORMS = {
  kill: killForm,
  powerOff: powerOffForm,
  start: startForm,
  pause: pauseForm,
  resume: resumeForm,
  run: runForm,
}

export type ProcessVerb = keyof typeof ON_PROCESSES
