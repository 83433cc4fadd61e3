import type { Rows } from '../events'

/** The lines of the log that other kinds of process bring, in their own words. */
export const OWN_LINES: Partial<Rows<[], string>> = {}
