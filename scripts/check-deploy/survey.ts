import { DEFAULT_LOCALE } from '@/lib/locale'
import { BadInput } from '../../lib/terminal/failure.mjs'
import { canonicalOf, linksOf } from '../pages/read'

/** What a server says to one request. */
export interface Answer {
  /** Within the site: `en/`. */
  readonly path: string
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** What is looked at of a site, as its server sends it. */
export interface Survey {
  readonly address: URL
  /** The address that the front door says is the site's; the site was built for it, or moved there. */
  readonly builtFor: string
  readonly page: Answer
  /** Asked for without its slash, and with a query. */
  readonly withoutSlash: Answer
  /** At an address that nothing has. */
  readonly missingPage: Answer
  /** A file that a former build may have had. */
  readonly missingFile: Answer
  /** What no reader asks for. */
  readonly hidden: Answer
  /** A demo in a frame of another site; null where this build has none. */
  readonly embed: Answer | null
  /** Files whose names carry a hash of what they hold. */
  readonly hashed: readonly Answer[]
  /** Files that every site has under the same name. */
  readonly named: readonly Answer[]
}

/** A server that does not answer in this time answers nobody. */
const PATIENCE_MS = 30_000

const HOME = `${DEFAULT_LOCALE}/`
const NAMED = ['robots.txt', 'sitemap.xml', 'icon.svg', 'index.json', 'llms.txt', `${HOME}wait/index.md`]

/** Asks for all that is looked at. @throws {BadInput} nothing answers there, or another site does */
export async function survey(address: URL): Promise<Survey> {
  const ask = (path: string) => answerOf(address, path)
  const door = await ask('')
  const home = canonicalOf(door.text)
  if (door.status !== 200 || !home?.endsWith(`/${HOME}`)) {
    throw new BadInput(
      `${address.href}: expected the front door of this site, got an answer with the status ${door.status} that is none`,
    )
  }
  const page = await ask(HOME)
  const scripts = linksOf(page.text).filter((link) => /\/(islands|_next\/static)\//.test(link))
  const asked = await all(
    scripts.map((link) => link.replace(/^.*\/(?=(islands|_next\/static)\/)/, '')),
    ask,
  )
  const fonts = asked.flatMap(({ path, text }) =>
    [...text.matchAll(/url\(([^)"']+\.woff2)\)/g)].map(([, font = '']) => relative(font, path)),
  )
  const embed = await ask('embed/split-brain/')
  return {
    address,
    builtFor: home.slice(0, -HOME.length),
    page,
    withoutSlash: await ask(`${DEFAULT_LOCALE}?a=1`),
    missingPage: await ask(`${HOME}no-such-page-anywhere/`),
    missingFile: await ask('islands/page-00000000.js'),
    hidden: await ask('.sources'),
    embed: embed.status === 200 ? embed : null,
    hashed: [...asked, ...(await all(fonts.slice(0, 1), ask))],
    named: (await all(NAMED, ask)).filter(({ status }) => status === 200),
  }
}

/** One after another: a server may count who asks too much at once. */
async function all(paths: readonly string[], ask: (path: string) => Promise<Answer>): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  for (const path of paths) answers.push(await ask(path))
  return answers
}

async function answerOf(address: URL, path: string): Promise<Answer> {
  const url = new URL(path, address)
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { 'accept-encoding': 'gzip, br' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return { path, status: response.status, headers: response.headers, text: await response.text() }
  } catch (error) {
    const { message, cause } = error instanceof Error ? error : new Error(String(error))
    throw new BadInput(`${url.href}: expected an answer, got none: ${cause instanceof Error ? cause.message : message}`)
  }
}

/** A path beside another, both within the site. */
function relative(path: string, beside: string): string {
  return new URL(path, `http://site/${beside}`).pathname.slice(1)
}
