import { BadInput } from '../lib/terminal/failure.mjs'

/** Refuses arguments where a command takes none: they would be passed over in silence. @param {string} command */
export function takeNoArguments(command) {
  const [first] = process.argv.slice(2)
  if (first !== undefined) throw new BadInput(`${first}: npm ${command} takes no arguments`)
}
