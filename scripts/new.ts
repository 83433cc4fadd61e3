// Makes an article in every language: `npm run new -- SLUG [--group G]`.
import { join, relative } from 'node:path'
import { printLines } from '../lib/terminal/terminal.mjs'
import { HELP, readArguments } from './new/arguments'
import { writeArticle } from './new/write'

const root = join(import.meta.dirname, '..')

const request = readArguments(process.argv.slice(2))
if (request === null) await printLines(HELP)
else {
  const today = new Date().toISOString().slice(0, 10)
  const paths = writeArticle(request, join(root, 'content'), join(root, 'app', '[locale]'), today)
  await printLines([
    ...paths.map((path) => relative(root, path)),
    'They can be built and looked at now; npm test asks for every TODO in them to be written.',
  ])
}
