// `npm start`: installs what is missing, builds the site if its sources changed, serves it and prints its address.
import { join } from 'node:path'
import { siteAddress } from './address.mjs'
import { serve } from './serve.mjs'
import { isFresh } from './sources.mjs'
import { root } from './stages.mjs'

const USUAL_PORT = 4173

if (isFresh()) process.stdout.write('The site is built from the sources as they are\n')
else await import('./build.mjs')

const port = Number(process.env.PORT ?? USUAL_PORT)
const { address } = await serve(join(root, 'out'), { basePath: siteAddress().basePath, port })
process.stdout.write(`Lost Writes is at ${address}\n`)
