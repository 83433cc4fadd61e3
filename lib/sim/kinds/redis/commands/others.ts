import type { Command } from './command'
import { PING, ROLE } from './server'
import { WAIT } from './wait'

/** Commands that neither write nor only read the data set: what each does. Those that only people type are in `typed.ts`. */
export const OTHERS = { PING, WAIT, ROLE } as const satisfies Readonly<Record<string, Command>>
