import type { ReadCommand } from './values'

export const EXISTS: ReadCommand = (values, keys) => keys.filter((key) => values.has(key)).length

export const DBSIZE: ReadCommand = (values) => values.size
