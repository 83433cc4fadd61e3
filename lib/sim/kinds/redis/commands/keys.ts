import { type CommandForm, MANY } from '../../command-form'
import type { ReadCommand } from './values'

export const EXISTS: ReadCommand = ({ keys }, names) => names.filter((name) => keys.has(name)).length
export const EXISTS_FORM: CommandForm = { usage: 'EXISTS key …', min: 1, max: MANY, examples: ['EXISTS n s l'] }

export const DBSIZE: ReadCommand = ({ keys }) => keys.size
export const DBSIZE_FORM: CommandForm = { usage: 'DBSIZE', min: 0, max: 0, examples: ['DBSIZE'] }
