import { MYSQL_VARIABLES, type MysqlConf } from './kinds/mysql/conf'

/** What a `my.cnf` without the variable means. For pages with MySQL alone: others do not ship its variables. */
export const MYSQL_DEFAULTS = Object.fromEntries(
  Object.entries(MYSQL_VARIABLES).map(([name, row]) => [name, 'min' in row ? row.default : row[0]]),
) as unknown as MysqlConf
