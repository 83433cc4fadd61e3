import { policyOf } from '../csp.mjs'
import { isMissingPage } from '../pages/read'
import type { Answer, Survey } from './survey'

/** What a server gets wrong: of which file or page, and what its administrator can do. */
export interface Finding {
  readonly check: string
  readonly about: string
  readonly wrong: string
  readonly remedy: string
}

type Found = Omit<Finding, 'check'>

const DAY = 86_400
/** Text is worth compressing from this length on. */
const SMALL = 1_400

/** By endings: how a type may be told. What browsers refuse under another one is a fault; so is text of which the encoding is another. */
const TYPES: Readonly<Record<string, RegExp>> = {
  '/': /^text\/html\b/,
  js: /^(text|application)\/javascript\b/,
  css: /^text\/css\b/,
  woff2: /^(font\/woff2|application\/font-woff2)\b/,
  svg: /^image\/svg\+xml\b/,
  xml: /^(application|text)\/xml\b/,
  txt: /^text\/plain\b/,
  json: /^application\/json\b/,
  md: /^text\/(markdown|plain)\b/,
}

const nginx = 'hosting/nginx.conf shows how'

/** What is looked at, by name. */
export const CHECKS: Readonly<Record<string, (survey: Survey) => readonly Found[]>> = {
  address: ({ address, builtFor }) => {
    // Who tries it on his own machine sees a site that will live elsewhere.
    const isOwn = ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname)
    const right = isOwn ? new URL(builtFor).pathname === address.pathname : builtFor === address.href
    return right
      ? []
      : [found('', `its pages say that the site lives at ${builtFor}`, `npm run relocate -- ${address.href} moves it`)]
  },
  files: ({ hashed }) =>
    hashed
      .filter(({ status }) => status !== 200)
      .map(({ path, status }) =>
        found(
          path,
          `is asked for by pages, and answered with ${status}`,
          'Let the server have all of out/, under the path that the site was built for',
        ),
      ),
  types: (survey) =>
    everything(survey).flatMap((answer) => {
      const type = answer.headers.get('content-type') ?? 'no type'
      const ending = typeOf(answer)
      const expected = TYPES[ending] ?? /./
      const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1]
      if (expected.test(type) && (charset === undefined || /^utf-?8$/i.test(charset))) return []
      return [
        found(
          answer.path,
          `is sent as ${type}`,
          `Send ${expected.source.replace(/[\\^]|\\b/g, '')} in utf-8: a type belongs to .${ending}; ${nginx}`,
        ),
      ]
    }),
  nosniff: (survey) =>
    everything(survey).flatMap(({ path, headers }) =>
      headers.get('x-content-type-options')?.toLowerCase() === 'nosniff'
        ? []
        : [found(path, 'browsers may guess its type', 'Send X-Content-Type-Options: nosniff with every answer')],
    ),
  compression: (survey) =>
    everything(survey)
      .filter((answer) => typeOf(answer) !== 'woff2' && answer.text.length > SMALL && !answer.headers.has('content-encoding'))
      .map(({ path, text }) =>
        found(path, `${text.length} bytes are sent as they are`, 'Compress text, in gzip or brotli (nginx: gzip on, gzip_types)'),
      ),
  'caching of hashed files': ({ hashed }) =>
    hashed
      .filter((answer) => answer.status === 200 && keptFor(answer) < 30 * DAY)
      .map(({ path, headers }) =>
        found(
          path,
          `is kept ${told(headers)}, though its name changes with what it holds`,
          'Send Cache-Control: public, max-age=31536000, immutable',
        ),
      ),
  'caching of pages': ({ page, named, embed }) =>
    [page, ...named, ...(embed ? [embed] : [])]
      .filter((answer) => keptFor(answer) > 3600 || !answer.headers.has('cache-control'))
      .map(({ path, headers }) =>
        found(path, `is kept ${told(headers)}, so readers may see an old site`, 'Send Cache-Control: no-cache'),
      ),
  validators: ({ page }) =>
    page.headers.has('etag') || page.headers.has('last-modified')
      ? []
      : [
          found(
            page.path,
            'has neither ETag nor Last-Modified, so it is sent again at each visit',
            'Send one of them, as servers of files do',
          ),
        ],
  'missing pages': ({ missingPage: { path, status, text } }) => [
    ...(status === 404
      ? []
      : [
          found(
            path,
            `is not there, and answered with ${status}`,
            'Answer 404 (nginx: try_files … =404, no fallback to index.html)',
          ),
        ]),
    ...(isMissingPage(text)
      ? []
      : [found(path, 'is not there, and is answered with another page than ours', 'Send 404.html (nginx: error_page 404)')]),
  ],
  'missing files': ({ missingFile, hidden }) => [
    ...(missingFile.status === 404
      ? []
      : [
          found(
            missingFile.path,
            `is not there, and answered with ${missingFile.status}`,
            'Answer 404, or browsers take a page for a script',
          ),
        ]),
    ...(keptFor(missingFile) > 3600
      ? [
          found(
            missingFile.path,
            `is not there, and that is kept ${told(missingFile.headers)}`,
            'Keep only what is there; the next build may have it',
          ),
        ]
      : []),
    ...(hidden.status === 200 ? [found(hidden.path, 'is sent to readers', 'Answer 404 to names that begin with a dot')] : []),
  ],
  slashes: ({ address, withoutSlash: { path, status, headers } }) => {
    const location = headers.get('location')
    const target = location === null ? null : new URL(location, new URL(path, address))
    const expected = new URL(path.replace('?', '/?'), address)
    if ([301, 302, 307, 308].includes(status) && target?.href === expected.href) return []
    const answered = target === null ? `answered with ${status}` : `led to ${target.href}`
    return [found(path, `is ${answered}`, `Lead to ${expected.href} (nginx: absolute_redirect off, behind a proxy above all)`)]
  },
  framing: ({ page, embed }) => [
    ...(mayBeFramed(page)
      ? [found(page.path, 'may be framed by any site', "Send Content-Security-Policy: frame-ancestors 'none' with pages")]
      : []),
    ...(embed && !mayBeFramed(embed)
      ? [found(embed.path, 'may not be framed', 'Send neither frame-ancestors nor X-Frame-Options under embed/')]
      : []),
  ],
  policy: ({ page }) => {
    const own = policyOf(page.text)
    const sent = page.headers.get('content-security-policy') ?? ''
    return [
      ...(page.text.includes(own)
        ? []
        : [
            found(
              page.path,
              'is not as it was built: its scripts are not those of its policy',
              'Let nothing between the files and the reader rewrite pages',
            ),
          ]),
      ...(/(script|style|default|connect|font|img)-src/.test(sent)
        ? [found(page.path, `gets a policy on top of its own: ${sent}`, 'Send frame-ancestors alone; pages bring the rest')]
        : []),
    ]
  },
  'use in frames': ({ hashed }) =>
    hashed
      .filter(({ path, headers }) => !path.endsWith('.css') && headers.get('access-control-allow-origin') !== '*')
      .map(({ path }) =>
        found(path, 'can not be fetched by a page in a sandboxed frame', 'Send Access-Control-Allow-Origin: * with hashed files'),
      ),
}

/** All that a server gets wrong; nothing of one kind is said of more than three files. */
export function findingsIn(survey: Survey): readonly Finding[] {
  return Object.entries(CHECKS).flatMap(([check, look]) =>
    look(survey)
      .slice(0, 3)
      .map((each) => ({ check, ...each })),
  )
}

function found(path: string, wrong: string, remedy: string): Found {
  return { about: `/${path}`, wrong, remedy }
}

function everything({ page, hashed, named, embed }: Survey): readonly Answer[] {
  return [page, ...hashed, ...named, ...(embed ? [embed] : [])].filter(({ status }) => status === 200)
}

/** The ending of a file's name; that of pages is a slash. */
function typeOf({ path }: Answer): string {
  return path.endsWith('/') ? '/' : (path.split('.').at(-1) ?? '')
}

/** Seconds for which an answer may be used without asking. */
function keptFor({ headers }: Answer): number {
  const caching = headers.get('cache-control') ?? ''
  return /no-cache|no-store/.test(caching) ? 0 : Number(/max-age=(\d+)/.exec(caching)?.[1] ?? 0)
}

function told(headers: Headers): string {
  const caching = headers.get('cache-control')
  return caching === null ? 'for as long as each browser thinks fit' : `as ${JSON.stringify(caching)} says`
}

function mayBeFramed({ headers }: Answer): boolean {
  const ancestors = /frame-ancestors\s+([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1]
  return !headers.has('x-frame-options') && (ancestors === undefined || ancestors.trim() === '*')
}
