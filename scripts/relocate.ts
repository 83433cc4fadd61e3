// Moves the built site to another path or address, without building it again: `npm run relocate -- /wiki/redis [FOLDER]`.
import { join } from 'node:path'
import { printLines } from '../lib/terminal/terminal.mjs'
import { HELP, readArguments } from './relocate/arguments'
import { addressOf, relocate } from './relocate/site'

const request = readArguments(process.argv.slice(2))
if (request === null) await printLines(HELP)
else {
  const folder = request.folder ?? join(import.meta.dirname, '..', 'out')
  const from = addressOf(folder)
  const to = request.to(from)
  const changed = relocate(folder, from, to)
  await printLines([`${to.href}: the site in ${folder} was at ${from.href}; ${changed} files are changed.`])
}
