import { once } from 'node:events'
import { createServer } from 'node:net'
import { type Browser, chromium, type Page } from 'playwright-core'
import { Failure } from '@/lib/terminal/failure.mjs'
import { BROWSER, CHROMIUM_FLAGS, findChromium, whyMissing } from '@/scripts/test/programs.mjs'

/** Does its work in a fresh browser that tools can also drive through a port of its own. @throws {Failure} without a Chromium on this machine */
export async function inBrowser<Result>(work: (browser: Browser, port: number) => Promise<Result>): Promise<Result> {
  const port = await freePort()
  const args = [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`]
  const browser = await chromium.launch({ executablePath: chromiumPath(), args })
  try {
    return await work(browser, port)
  } finally {
    await browser.close()
  }
}

/** @throws {Failure} without a Chromium on this machine */
export function chromiumPath(): string {
  const path = findChromium()
  if (path === undefined)
    throw new Failure(`npm run bench:site opens pages in Chromium: ${whyMissing(BROWSER)}, or name one in CHROMIUM`)
  return path
}

/** A page as wide as the tests open it. */
export function openPage(browser: Browser): Promise<Page> {
  return browser.newPage({ viewport: { width: 1280, height: 800 } })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('a server on a port has an address with a port')
  return address.port
}
