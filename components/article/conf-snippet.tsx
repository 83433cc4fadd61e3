import { CodeLines } from '@/components/code/code-lines'
import { highlight } from '@/components/code/highlight'
import { Snippet } from '@/components/code/snippet'
import { type ConfFile, type ConfScope, confHost, confLines, confRows, confScope } from '@/lib/conf/write'
import type { Locale } from '@/lib/locale'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { words } from '@/lib/words/words'
import { LiveValue } from './live-value'

interface Props {
  readonly scenario: Scenario
  readonly file: ConfFile
  readonly locale: Locale
  /** Its values follow the demo of the scenario on the page. */
  readonly live: boolean
}

/** A configuration file of a scenario's deployment. */
export function ConfSnippet({ scenario, file, locale, live }: Props) {
  const host = confHost(scenario, file)
  const { comments, scope } = words(locale).conf
  const rows = confRows(confLines(scenario, host, file), comments)
  if (rows.length === 0) throw new Error(`${scenario.name}: no host has a ${file}`)
  const tokens = highlight(rows.map(({ text }) => text).join('\n'), file)
  const liveValue = (row: number, token: number) => {
    const line = rows[row]?.line
    const isLast = token === (tokens[row]?.length ?? 0) - 1
    if (!live || line?.kind !== 'directive' || line.setting === null || !isLast) return undefined
    return <LiveValue scenario={scenario.name} setting={line.setting} value={line.args.at(-1) ?? ''} />
  }
  const whose = printScope(confScope(scenario, host, file), scope)
  return (
    <Snippet
      locale={locale}
      title={
        <>
          <b className="mr-[0.4em] font-semibold text-ink">{file}</b> {whose}
        </>
      }
      name={file}
      code={rows.map(({ text }) => text)}
    >
      <CodeLines lines={tokens} replace={liveValue} />
    </Snippet>
  )
}

function printScope(scope: ConfScope, printed: { servers: string; sentinels: string; host: (host: string) => string }): string {
  return scope.of === 'host' ? printed.host(scope.host) : printed[scope.of]
}
