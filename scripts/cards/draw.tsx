import { ImageResponse } from 'next/og.js'
import type { ReactElement } from 'react'
import { CARD_SIZE } from '@/lib/cards'
import type { Card } from './cards-of'
import { typefaces } from './typefaces'

// The light theme of app/tokens.css.
const COLOURS = { bg: '#fcfbf8', ink: '#1c1f24', soft: '#585f69', line: '#dfdcd4', safe: '#00736c', lost: '#b9320f' } as const

const MARK_COLOURS: Readonly<Record<string, string>> = { '✕': COLOURS.lost, '●': COLOURS.safe }

const PADDING = 72
const WIDTH = CARD_SIZE.width - 2 * PADDING
/** What takes more than two lines. */
const LONG = 130
/** How wide a letter is in bold type, on average, and half a Chinese character. */
const HALF_EM = 0.56

/** Draws cards as PNG, in typefaces that have what stands on any of these. */
export async function drawing(cards: readonly Card[]): Promise<(card: Card) => Promise<Uint8Array>> {
  const text = cards.flatMap(({ kind, title, text: said }) => [kind, title, said]).join('')
  const fonts = (await typefaces(`Lost Writes…${text}`)).map((font) => ({ ...font, style: 'normal' as const }))
  return async (card) => {
    const response = new ImageResponse(<Face card={card} />, { ...CARD_SIZE, fonts })
    return new Uint8Array(await response.arrayBuffer())
  }
}

function Face({ card }: { readonly card: Card }): ReactElement {
  const { language, kind, title, text, mark, writes } = card
  return (
    <div
      lang={language}
      style={{
        display: 'flex',
        flexDirection: 'column',
        width: '100%',
        height: '100%',
        padding: PADDING,
        paddingBottom: 60,
        backgroundColor: COLOURS.bg,
        color: COLOURS.ink,
        fontFamily: 'Inter',
      }}
    >
      <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', fontSize: 30 }}>
        <div style={{ display: 'flex', alignItems: 'center', flexShrink: 0, fontWeight: 700 }}>
          Lost
          <Cross size={22} colour={COLOURS.lost} />
          Writes
        </div>
        <div style={{ display: 'block', maxWidth: WIDTH - 280, lineClamp: 1, color: COLOURS.soft }}>{kind}</div>
      </div>
      <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, justifyContent: 'center' }}>
        <div
          style={{
            display: 'flex',
            fontWeight: 700,
            fontSize: titleSize(title, text),
            lineHeight: 1.18,
            letterSpacing: -1,
            textWrap: language === 'en' ? 'balance' : 'wrap',
          }}
        >
          {title}
        </div>
        <div
          style={{
            display: 'flex',
            marginTop: 34,
            fontSize: textSize(text),
            lineHeight: 1.42,
            color: mark === null ? COLOURS.soft : COLOURS.ink,
          }}
        >
          {mark !== null && <Mark mark={mark} />}
          <div style={{ display: 'block', width: mark === null ? WIDTH : WIDTH - 50, lineClamp: 4, textWrap: 'pretty' }}>
            {text.replaceAll('`', '')}
          </div>
        </div>
      </div>
      {writes === null ? <Rule /> : <Writes {...writes} />}
    </div>
  )
}

/** A title stands on one line as long as it stays large there; a longer one on two, smaller above a long text. */
function titleSize(title: string, text: string): number {
  const onOneLine = Math.floor(WIDTH / (lengthOf(title) * HALF_EM))
  if (onOneLine >= 54) return Math.min(76, onOneLine)
  return lengthOf(title) > 60 || lengthOf(text) > LONG ? 54 : 62
}

function textSize(text: string): number {
  return lengthOf(text) > LONG ? 34 : 40
}

/** A Chinese character is about as wide as two others. */
function lengthOf(text: string): number {
  return [...text].reduce((sum, mark) => sum + (/\p{Script=Han}/u.test(mark) ? 2 : 1), 0)
}

function Cross({ size, colour }: { readonly size: number; readonly colour: string }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 12 12" style={{ marginLeft: 9, marginRight: 9 }}>
      <path d="M1.5 1.5l9 9m0-9l-9 9" stroke={colour} strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  )
}

/** The sign of a verdict, drawn: no typeface of the cards has all of them. */
function Mark({ mark }: { readonly mark: string }) {
  const colour = MARK_COLOURS[mark] ?? COLOURS.ink
  return (
    <svg aria-hidden="true" width={30} height={30} viewBox="0 0 12 12" style={{ marginTop: 14, marginRight: 20 }}>
      {mark === '✕' && <path d="M1.5 1.5l9 9m0-9l-9 9" stroke={colour} strokeWidth="2.4" strokeLinecap="round" />}
      {mark === '●' && <circle cx="6" cy="6" r="4.5" fill={colour} />}
      {mark === '▲' && <path d="M6 1.5l5 9H1z" fill={colour} />}
    </svg>
  )
}

function Rule() {
  return <div style={{ display: 'flex', height: 4, marginTop: 6, marginBottom: 6, backgroundColor: COLOURS.line }} />
}

/** What became of the acknowledged writes: the lost ones hatched, as in the figures. */
function Writes({ acknowledged, lost }: NonNullable<Card['writes']>) {
  const width = Math.min(WIDTH, Math.max(6, Math.round((lost / acknowledged) * WIDTH)))
  const lines = Array.from({ length: Math.ceil(width / 12) + 2 }, (_, index) => `M${index * 12 - 16} 16l16 -16`)
  return (
    <div style={{ display: 'flex', height: 16, backgroundColor: COLOURS.safe }}>
      <div style={{ display: 'flex', flexGrow: 1 }} />
      <svg aria-hidden="true" width={width} height={16} viewBox={`0 0 ${width} 16`}>
        <rect width={width} height={16} fill={COLOURS.lost} />
        <path d={lines.join('')} stroke={COLOURS.bg} strokeWidth="2.5" />
      </svg>
    </div>
  )
}
