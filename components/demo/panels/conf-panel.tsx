/** @jsxImportSource preact */
import { COLOURS } from '@/components/code/token-colours'
import type { Words } from '@/lib/words/words'
import type { ConfToken, ConfView } from '../conf-views'

interface Props {
  readonly words: Words['site']
  /** Of the demo. */
  readonly title: string
  /** The name under which the run is shown. */
  readonly scenario: string
  readonly confs: readonly ConfView[]
}

/** The configuration of a run as the files it would stand in. Drawn once: its values follow the settings as those of any snippet do. */
export function ConfPanel({ words, title, scenario, confs }: Props) {
  return confs.map(({ file, whose, lines }) => (
    <div
      key={`${file} ${whose}`}
      class="border-b border-line py-2 text-xs last:border-0 print:break-inside-avoid"
      data-snippet="file"
    >
      <div class="flex items-center justify-between gap-4 text-soft">
        <p>
          <b class="mr-[0.4em] font-semibold text-ink">{file}</b> {whose}
        </p>
        <button type="button" class="-mr-1 rounded-md px-2 py-1 hover:bg-cut hover:text-ink plain:hidden" data-copy={words.copy}>
          <span aria-live="polite">{words.copy}</span>
          <span class="sr-only">
            {' '}
            {file} {confs.filter((other) => other.file === file).length > 1 && `${whose} `}
            {scenario}, {title}
          </span>
        </button>
      </div>
      <pre class="overflow-x-auto leading-[1.6] whitespace-pre-wrap" translate={false}>
        <code class="text-[0.8125rem]">
          {lines.map((tokens, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a file never move
            <span key={line}>
              {tokens.map((token, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor do the tokens of a line
                <Token key={index} scenario={scenario} token={token} />
              ))}
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
    </div>
  ))
}

function Token({ scenario, token: { text, kind, setting } }: { scenario: string; token: ConfToken }) {
  if (setting === undefined) return kind === undefined ? text : <span class={COLOURS[kind]}>{text}</span>
  return (
    <span class="font-strong text-value" data-scenario={scenario} data-setting={setting} data-value={text}>
      {text}
    </span>
  )
}
