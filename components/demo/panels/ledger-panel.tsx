/** @jsxImportSource preact */
import { useMemo, useState } from 'preact/hooks'
import { atRisk, LEDGER_TABS, type Ledger, type LedgerTab, ledgerOf } from '@/lib/reading/lists/ledger'
import type { WriteRecord } from '@/lib/reading/verdict/verdict'
import type { Run } from '@/lib/sim/outputs'
import { type Cast, entity, type ListWords } from '../cast'
import type { PanelProps } from './lists'
import { Windowed } from './windowed'

const ROW = 30
const HEIGHT = 330

/** Every single write: how it was answered, what became of it, and for a lost one the way to the event that destroyed it. */
export function LedgerPanel({ cast, lists, film, at, onSeek }: PanelProps) {
  const { words } = cast
  const { verdict, fates, run } = film
  const ended = useMemo(() => ledgerOf(verdict), [verdict])
  const ledger: Ledger = { ...ended, risk: atRisk(verdict, fates, at) }
  const [chosen, setChosen] = useState<LedgerTab | null>(null)
  const tab = chosen ?? (ledger.lost.length > 0 ? 'lost' : 'acknowledged')
  const rows = ledger[tab]
  return (
    <>
      <fieldset class="demo-tabs" aria-label={words.panels.ledger.title}>
        {LEDGER_TABS.map((name) => (
          <button key={name} type="button" aria-pressed={name === tab} onClick={() => setChosen(name)}>
            {lists.ledger.tabs[name]} <b>{words.number(ledger[name].length)}</b>
          </button>
        ))}
      </fieldset>
      {rows.length === 0 ? (
        <p class="demo-window demo-none">{lists.ledger.none}</p>
      ) : (
        <Windowed
          key={tab}
          count={rows.length}
          rowHeight={ROW}
          height={HEIGHT}
          reveal={null}
          label={lists.ledger.list(lists.ledger.tabs[tab])}
          row={(index) => {
            const write = verdict.writes[rows[index] ?? -1]
            return write && <Row key={write.write} {...{ cast, lists, write, lostAt: eventTime(run, write.lostBy), onSeek }} />
          }}
        />
      )}
    </>
  )
}

interface RowProps {
  readonly cast: Cast
  readonly lists: ListWords
  readonly write: WriteRecord
  readonly lostAt: number | null
  readonly onSeek: (at: number) => void
}

function Row({ cast, lists, write, lostAt, onSeek }: RowProps) {
  const { words } = cast
  const { ledger } = lists
  const isLost = write.fate === 'lost'
  const loss = lostAt === null ? null : write.leftOn.length === 0 ? ledger.destroyed(lostAt) : ledger.taken(lostAt)
  return (
    <li class="demo-row">
      <button type="button" aria-label={lists.log.goTo(write.sentAt)} onClick={() => onSeek(write.sentAt)}>
        {words.seconds(write.sentAt, 3)}
      </button>
      <code class={isLost ? 'demo-row-who demo-struck' : 'demo-row-who'}>{write.key}</code>
      {lostAt !== null && loss !== null && (
        <button type="button" class="demo-link-button" aria-label={ledger.goTo(write.key, loss)} onClick={() => onSeek(lostAt)}>
          {loss}
        </button>
      )}
      <span class="demo-row-text">
        <span class="demo-host" {...entity(cast, write.client)}>
          {write.client}
        </span>
        {' → '}
        <span class="demo-host" {...(write.server === null ? {} : entity(cast, write.server))}>
          {write.server ?? ledger.noServer}
        </span>{' '}
        <code>{answerText(cast, lists, write)}</code>{' '}
        <span class={`demo-says-${write.fate}`}>{fateText(cast, lists, write)}</span>
        {write.leftOn.length > 0 && ` ${ledger.left(write.leftOn)}`}
      </span>
    </li>
  )
}

function answerText({ words }: Cast, { ledger }: ListWords, write: WriteRecord): string {
  if (write.answeredAt === null) return ledger.pending
  if (write.fate === 'no-connection') return ledger.noServer
  const answer = write.error ?? 'OK'
  return write.waited === null ? answer : [answer, ledger.waited(write.waited)].join(words.alternative.comma)
}

function fateText({ words }: Cast, { ledger }: ListWords, write: WriteRecord): string {
  const survivor = write.survived && (write.fate === 'unanswered' || write.fate === 'refused')
  return survivor ? ledger.survived : words.fates[write.fate]
}

function eventTime({ events }: Run, index: number | null): number | null {
  return index === null ? null : (events[index]?.at ?? null)
}
