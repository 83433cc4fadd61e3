/** @jsxImportSource preact */
import { COLOURS } from '@/components/code/token-colours'
import type { DemoWords } from '../cast'
import type { ConfToken, ConfView } from '../conf-view'
import type { SettingValue } from '../setting-value'

interface Props {
  readonly words: DemoWords
  readonly confs: readonly ConfView[]
  /** The live settings as they stand; empty for a run on which none acts. */
  readonly settings: readonly SettingValue[]
}

/** The configuration of a run as the files it would stand in; its values follow the settings. */
export function ConfPanel({ words, confs, settings }: Props) {
  const textOf = ({ text, setting }: ConfToken): string => {
    const live = settings.find(({ id }) => id === setting)
    return live === undefined ? text : String(live.value)
  }
  const { copy, copied, copyFailed } = words.panels
  return confs.map(({ file, whose, lines }) => (
    <div key={file} class="border-b border-line py-2 text-xs last:border-0 print:break-inside-avoid" data-snippet="">
      <div class="flex items-center justify-between gap-4 text-soft">
        <p>
          <b class="mr-[0.4em] font-semibold text-ink">{file}</b> {whose}
        </p>
        <button
          type="button"
          class="-mr-1 rounded-md px-2 py-1 hover:bg-cut hover:text-ink plain:hidden"
          data-copy={copy}
          data-copied={copied}
          data-failed={copyFailed}
        >
          <span aria-live="polite">{copy}</span>
          <span class="sr-only"> {file}</span>
        </button>
      </div>
      <pre class="overflow-x-auto leading-[1.6] whitespace-pre-wrap" translate={false}>
        <code class="text-[0.8125rem]">
          {lines.map((tokens, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a file never move
            <span key={line}>
              {tokens.map((token, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor do the tokens of a line
                <span key={index} class={token.setting ? 'font-strong text-value' : token.kind && COLOURS[token.kind]}>
                  {textOf(token)}
                </span>
              ))}
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
    </div>
  ))
}
