// Tells what a server gets wrong with this site, and how to mend it: `npm run check:deploy -- https://wiki.example/docs/redis/`.
import { printLines } from '../lib/terminal/terminal.mjs'
import { HELP, readArguments } from './check-deploy/arguments'
import { CHECKS, findingsIn } from './check-deploy/checks'
import { survey } from './check-deploy/survey'

const address = readArguments(process.argv.slice(2))
if (address === null) await printLines(HELP)
else {
  const findings = findingsIn(await survey(address))
  const counted = findings.length === 0 ? 'nothing to mend' : `${findings.length} to mend`
  await printLines([
    ...findings.map(({ check, about, wrong, remedy }) => `${check}: ${about}: ${wrong}. ${remedy}.`),
    `${address.href}: ${Object.keys(CHECKS).length} checks, ${counted}.`,
  ])
  if (findings.length > 0) process.exitCode = 1
}
