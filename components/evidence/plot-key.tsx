import type { EvidenceWords } from '@/lib/words/en/evidence'

/** What the marks of a plot mean. */
export function PlotKey({ words }: { words: EvidenceWords }) {
  const { key, keyReal, keySimulated, keyAllowed } = words.plot
  return (
    <div className="evidence-key">
      <p>{key}</p>
      <ul>
        <li>
          <svg viewBox="0 0 20 12" aria-hidden="true">
            <path className="evidence-run" d="M10 6h0" />
          </svg>
          {keyReal}
        </li>
        <li>
          <svg viewBox="0 0 20 12" aria-hidden="true">
            <path className="evidence-hill" d="M2 12V9h3V4h4V1h4v4h3v4h2v3z" />
          </svg>
          {keySimulated}
        </li>
        <li>
          <svg viewBox="0 0 20 12" aria-hidden="true">
            <rect className="evidence-allowed" width="20" height="12" />
          </svg>
          {keyAllowed}
        </li>
      </ul>
    </div>
  )
}
