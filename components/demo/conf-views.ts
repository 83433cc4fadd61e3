import { highlight, type TokenKind } from '@/components/code/highlight'
import { type ConfFile, confHost, confLines, confRows, confScope } from '@/lib/conf/write'
import type { Locale } from '@/lib/locale'
import type { SettingId } from '@/lib/settings/settings'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { words } from '@/lib/words/words'

/** A stretch of a line. `setting`: it is the value that this live setting changes. */
export interface ConfToken {
  readonly text: string
  readonly kind?: TokenKind
  readonly setting?: SettingId
}

/** A configuration file of a run as it is drawn, line by line. */
export interface ConfView {
  readonly file: ConfFile | typeof MY_CNF
  /** In words, for whom it is. */
  readonly whose: string
  readonly lines: readonly (readonly ConfToken[])[]
}

/** Of a server of MySQL; no live setting changes it. */
const MY_CNF = 'my.cnf'

/** A plugin each: without it nobody knows its variables. */
const SEMI_SYNC = ['source', 'replica']

/** The files that a scenario has for Redis: that of its servers, and that of its sentinels where there are any. */
export function confFilesOf({ hosts }: Scenario): readonly ConfFile[] {
  const all = Object.values(hosts)
  return [
    ...(all.some(({ redis }) => redis !== undefined) ? (['redis.conf'] as const) : []),
    ...(all.some(({ sentinel }) => sentinel !== undefined) ? (['sentinel.conf'] as const) : []),
  ]
}

/**
 * Configuration files of a scenario with its live settings, and those of its servers of MySQL, highlighted. Runs while pages are built, never in the browser.
 */
export function confViews(
  scenario: Scenario,
  files: readonly ConfFile[],
  settings: readonly SettingId[],
  locale: Locale,
): readonly ConfView[] {
  return [...files.map((file) => confView(scenario, file, settings, locale)), ...mysqlViews(scenario, locale)]
}

/** One for each server whose file says anything: a source and its replicas have different ones. */
function mysqlViews({ hosts }: Scenario, locale: Locale): readonly ConfView[] {
  const { scope } = words(locale).conf
  return Object.entries(hosts).flatMap(([host, { mysql }]) => {
    const variables = Object.entries(mysql?.conf ?? {})
    if (variables.length === 0) return []
    const plugins = SEMI_SYNC.filter((half) => variables.some(([name]) => name.startsWith(`rpl_semi_sync_${half}_`)))
    const text = [
      '[mysqld]',
      ...plugins.map((half) => `plugin_load_add = semisync_${half}.so`),
      ...variables.map(([name, value]) => `${name} = ${value}`),
    ].join('\n')
    return [{ file: MY_CNF, whose: scope.host(host), lines: highlight(text, MY_CNF) }]
  })
}

function confView(scenario: Scenario, file: ConfFile, settings: readonly SettingId[], locale: Locale): ConfView {
  const { comments, scope } = words(locale).conf
  const host = confHost(scenario, file, settings)
  const rows = confRows(confLines(scenario, host, file, settings), comments)
  const tokens = highlight(rows.map(({ text }) => text).join('\n'), file)
  const whose = confScope(scenario, host, file)
  return {
    file,
    whose: whose.of === 'host' ? scope.host(whose.host) : scope[whose.of],
    lines: rows.map(({ line }, row) => {
      const last = (tokens[row]?.length ?? 0) - 1
      const setting = line.kind === 'directive' ? line.setting : null
      return (tokens[row] ?? []).map((token, index): ConfToken => (setting && index === last ? { ...token, setting } : token))
    }),
  }
}
