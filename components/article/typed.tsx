import { CodeLines } from '@/components/code/code-lines'
import { highlight } from '@/components/code/highlight'
import { Snippet } from '@/components/code/snippet'
import { eventsOf } from '@/lib/reading/events'
import type { Run } from '@/lib/run'
import type { InLocale } from './bound'

export interface TypedProps {
  readonly run: Run
  /** The host on which it was typed. */
  readonly on: string
  readonly command: string
  /** The lines of the reply to show, by how they begin, with spaces between. */
  readonly lines: string
}

/** What somebody typed in a run, and lines of what came back. Fails the build where nobody did, or no line begins like that. */
export function Typed({ run, on, command, lines, locale }: TypedProps & InLocale) {
  const typed = eventsOf(run.film.run, 'reply').find(({ event }) => event.on === on && event.command === command)
  const reply = typed?.event.reply
  if (typeof reply !== 'string') throw new Error(`<Typed>: no text came back to "${command}" on ${on} in ${run.scenario.name}`)
  const all = reply.split('\r\n')
  const shown = lines.split(' ').map((start) => {
    const line = all.find((text) => text.startsWith(start))
    if (line === undefined) throw new Error(`<Typed>: no line of the reply to "${command}" begins with "${start}"`)
    return line
  })
  const code = [`${on}> ${command}`, ...shown]
  return (
    <Snippet locale={locale} title={null} name={null} code={code}>
      <CodeLines lines={highlight(code.join('\n'), 'text')} />
    </Snippet>
  )
}
