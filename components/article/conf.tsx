import { type ConfFile, type ConfScope, confHost, confLines, confScope, confText } from '@/lib/conf/write'
import { isScenarioName, namedScenario } from '@/lib/content/scenarios'
import type { Locale } from '@/lib/words/locale'
import { words } from '@/lib/words/words'
import { CodeLines } from './code-lines'
import { highlight } from './highlight'
import { LiveValue } from './live-value'
import { Snippet } from './snippet'

/** The configuration of a named scenario as the file it would stand in; its values follow the scenario's demo on the page. */
export async function Conf({ scenario: name, file, locale }: { scenario: string; file: ConfFile; locale: Locale }) {
  if (!isScenarioName(name)) throw new Error(`<Conf scenario="${name}">: no such scenario`)
  const scenario = namedScenario(name)
  const host = confHost(scenario, file)
  const lines = confLines(scenario, host, file)
  if (lines.length === 0) throw new Error(`<Conf scenario="${name}" file="${file}">: no host has such a file`)
  const { comments, scope } = words(locale).conf
  const tokens = await highlight(confText(lines, comments), file)
  const liveValue = (row: number, token: number) => {
    const line = lines[row]
    const isLast = token === (tokens[row]?.length ?? 0) - 1
    if (line?.kind !== 'directive' || line.setting === null || !isLast) return undefined
    return <LiveValue scenario={name} setting={line.setting} value={line.args.at(-1) ?? ''} />
  }
  return (
    <Snippet
      locale={locale}
      title={
        <>
          <b>{file}</b> {printScope(confScope(scenario, host, file), scope)}
        </>
      }
    >
      <CodeLines lines={tokens} replace={liveValue} />
    </Snippet>
  )
}

function printScope(scope: ConfScope, printed: { servers: string; sentinels: string; host: (host: string) => string }): string {
  return scope.of === 'host' ? printed.host(scope.host) : printed[scope.of]
}
