/** @jsxImportSource preact */
import { useMemo, useState } from 'preact/hooks'
import { atRisk, LEDGER_TABS, type Ledger, type LedgerTab, ledgerOf } from '@/lib/reading/lists/ledger'
import type { WriteRecord } from '@/lib/reading/verdict/verdict'
import type { Run } from '@/lib/sim/outputs'
import type { Cast, ListWords } from '../cast'
import { HostName } from '../telling/host-name'
import type { PanelProps } from './lists'
import { Row, RowTime, Windowed } from './windowed'

const CHOICE = 'rounded-full border px-2 leading-5.5 whitespace-nowrap'

/** Every single write: how it was answered, what became of it, and for a lost one the way to the event that destroyed it. */
export function LedgerPanel({ cast, lists, film, at, followed, onSeek, onFollow }: PanelProps) {
  const { words } = cast
  const { verdict, fates, run } = film
  const ended = useMemo(() => ledgerOf(verdict), [verdict])
  const ledger: Ledger = { ...ended, risk: atRisk(verdict, fates, at) }
  const [chosen, setChosen] = useState<LedgerTab | null>(null)
  const tab = chosen ?? (ledger.lost.length > 0 ? 'lost' : 'acknowledged')
  const rows = ledger[tab]
  return (
    <>
      <fieldset class="flex flex-wrap gap-1 py-1.5 text-[0.75rem]" aria-label={words.panels.tabs.ledger}>
        {LEDGER_TABS.map((name) => (
          <button
            key={name}
            type="button"
            class={name === tab ? `${CHOICE} border-ink text-ink` : `${CHOICE} border-line text-soft hover:border-edge`}
            aria-pressed={name === tab}
            onClick={() => setChosen(name)}
          >
            {lists.ledger.tabs[name]} <b>{words.number(ledger[name].length)}</b>
          </button>
        ))}
      </fieldset>
      {rows.length === 0 ? (
        <p class="grid flex-1 place-items-center rounded-lg border border-line text-sm text-soft">{lists.ledger.none}</p>
      ) : (
        <Windowed
          key={tab}
          count={rows.length}
          reveal={null}
          label={lists.ledger.list(lists.ledger.tabs[tab])}
          row={(index) => {
            const write = verdict.writes[rows[index] ?? -1]
            const props = { cast, lists, followed, onSeek, onFollow }
            return write && <WriteRow key={write.write} {...props} write={write} lostAt={eventTime(run, write.lostBy)} />
          }}
        />
      )}
    </>
  )
}

interface RowProps extends Pick<PanelProps, 'cast' | 'lists' | 'followed' | 'onSeek' | 'onFollow'> {
  readonly write: WriteRecord
  readonly lostAt: number | null
}

const KEY = 'min-w-13 flex-none rounded-sm text-start font-mono font-semibold underline-offset-2 hover:underline'

function WriteRow({ cast, lists, write, lostAt, followed, onSeek, onFollow }: RowProps) {
  const { words } = cast
  const { ledger } = lists
  const isFollowed = write.write === followed
  const loss = lostAt === null ? null : write.leftOn.length === 0 ? ledger.destroyed(lostAt) : ledger.taken(lostAt)
  return (
    <Row current={isFollowed}>
      <RowTime label={lists.log.goTo(write.sentAt)} text={words.instant(write.sentAt, 3)} onGo={() => onSeek(write.sentAt)} />
      <button
        type="button"
        class={write.fate === 'lost' ? `${KEY} text-lost line-through` : `${KEY} text-ink`}
        aria-label={ledger.follow(write.key)}
        aria-pressed={isFollowed}
        title={ledger.follow(write.key)}
        onClick={() => onFollow(write.write, write.sentAt)}
      >
        {write.key}
      </button>
      {lostAt !== null && loss !== null && (
        <button
          type="button"
          class="text-accent underline decoration-1 underline-offset-2"
          aria-label={ledger.goTo(write.key, loss)}
          data-part="loss"
          onClick={() => onSeek(lostAt)}
        >
          {loss}
        </button>
      )}
      <span>
        <HostName cast={cast} host={write.client} />
        {' → '}
        {write.server === null ? ledger.noServer : <HostName cast={cast} host={write.server} />}{' '}
        <code class="text-ink">{answerText(cast, lists, write)}</code>{' '}
        <span class={FATE[write.fate]}>{fateText(cast, lists, write)}</span>
        {write.leftOn.length > 0 && ` ${ledger.left(write.leftOn)}`}
      </span>
    </Row>
  )
}

const FATE: Readonly<Record<WriteRecord['fate'], string>> = {
  safe: 'text-safe',
  lost: 'text-lost',
  refused: 'text-refused',
  'no-connection': 'text-refused',
  unanswered: 'text-refused',
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
