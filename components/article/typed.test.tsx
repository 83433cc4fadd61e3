import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import twoHistories from '@/content/scenarios/two-histories.json'
import { run } from '@/lib/run'
import { Typed } from './typed'

const cut = run(twoHistories)
const printed = (on: string, command: string, lines: string) =>
  renderToStaticMarkup(<Typed run={cut} on={on} command={command} lines={lines} locale="en" />)

describe('what was typed in a run', () => {
  it('stands above the lines that are asked for', () => {
    const promoted = cut.film.run.events.find((event) => event.type === 'role' && event.host === 'r3')
    const limit = promoted?.type === 'role' ? promoted.secondOffset : Number.NaN
    const text = printed('r3', 'INFO replication', 'role second_repl_offset').replace(/<[^>]*>/g, '')
    expect(text).toContain(`r3&gt; INFO replication\nrole:master\nsecond_repl_offset:${limit}\n`)
    expect(text).not.toContain('master_replid')
  })

  it.each([
    ['r2', 'INFO replication', 'role', 'no text came back'],
    ['r1', 'INFO replication', 'nonsense', 'begins with "nonsense"'],
  ])('fails the build where there is nothing of the kind: %s %s %s', (on, command, lines, message) => {
    expect(() => printed(on, command, lines)).toThrow(message)
  })
})
