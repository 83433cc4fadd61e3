import type { CommandForms } from '../command-form'
import { OTHER_FORMS } from './commands/other-forms'
import { READ_FORMS } from './commands/reads'
import { WRITE_FORMS } from './commands/writes'

/** Every command that a server knows, in the order in which messages name them. */
export const REDIS_COMMANDS: CommandForms = { ...WRITE_FORMS, ...READ_FORMS, ...OTHER_FORMS }
