import { BadInput } from '../../lib/terminal/failure.mjs'

/** Refuses, before anything is done, what `npm test` does not know. @param {readonly string[]} args */
export function checkArguments(args) {
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index]
    if (word === '-u' || !word.startsWith('-')) continue
    if (word !== '-t') throw new BadInput(`${word}: unknown option; npm test takes paths of tests, -t NAME and -u`)
    index += 1
    if (args[index] === undefined || args[index] === '-u') throw new BadInput('-t: expected the name of a test behind it')
  }
}
