import { describe, expect, it } from 'vitest'
import { checkArguments } from './arguments.mjs'

describe('the arguments of npm test', () => {
  it.each([[[]], [['-u']], [['lib/sim']], [['-t', 'R54']], [['lib/sim', '-t', 'a gate', '-u']]])('may be %j', (args) => {
    expect(() => checkArguments(args)).not.toThrow()
  })

  it.each([
    [['--nope'], '--nope: unknown option; npm test takes paths of tests, -t NAME and -u'],
    [['-t'], '-t: expected the name of a test behind it'],
    [['-t', '-u'], '-t: expected the name of a test behind it'],
  ])('are refused in a sentence: %j', (args, message) => {
    expect(() => checkArguments(args)).toThrow(message)
  })
})
