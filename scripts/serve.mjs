// Serves the built files as a static host would; used by `npm start` and by the browser tests.
import { readFile, realpath, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join, relative, sep } from 'node:path'
import compression from 'compression'
import send from 'send'

/** What a page's own policy can't say. hosting/nginx.conf sends the same. */
export const HEADERS = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
}

/** Both of what `localhost` may mean. */
const LOOPBACK = ['127.0.0.1', '::1']
/** A port that is free on one address may be taken on the other. */
const ATTEMPTS = 10

/**
 * Serves a folder under a base path on this machine only. Takes `port`, or a free one when that is taken or 0.
 * Returns the address of the site's front door and a function that ends the server.
 */
export async function serve(folder, { basePath = '', port = 0 } = {}) {
  const site = { folder, basePath }
  // A part of a file is not the whole one compressed.
  const compress = compression({ filter: (request, response) => !request.headers.range && compression.filter(request, response) })
  const handle = (request, response) =>
    compress(request, response, () => answer(site, request, response).catch(() => response.destroy()))
  const servers = await listen(() => createServer(handle), port)
  return {
    address: `http://localhost:${servers[0].address().port}${basePath}/`,
    close: async () => {
      for (const server of servers) server.closeAllConnections()
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
    },
  }
}

async function listen(create, port, attempts = ATTEMPTS) {
  const servers = []
  try {
    for (const host of LOOPBACK) {
      const server = await listenAt(create(), host, servers[0]?.address().port ?? port)
      if (server !== null) servers.push(server)
    }
    return servers
  } catch (error) {
    for (const server of servers) server.close()
    if (error.code !== 'EADDRINUSE' || attempts === 0) throw error
    return listen(create, 0, attempts - 1)
  }
}

/** Null where the machine has no such address. */
function listenAt(server, host, port) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => (['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(error.code) ? resolve(null) : reject(error)))
    server.listen(port, host, () => resolve(server))
  })
}

async function answer(site, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    reply(response, 405, { allow: 'GET, HEAD' })
    return
  }
  const { path, search } = readTarget(request.url)
  const found = path === site.basePath ? { redirect: true } : await find(site, path)
  if (found === null) await missing(site, response)
  else if (found.redirect) reply(response, 308, { location: `${path}/${search}` })
  else sendFile(site, found, request, response)
}

/** A request target taken apart, whatever it is: `URL` refuses some, and tidies others until they look harmless. */
function readTarget(target) {
  const [, path = '', search = ''] = /^(?:https?:\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?/i.exec(target) ?? []
  return { path: path || '/', search }
}

/** The file behind a path by its root and its place in it, or that a folder is meant, or null. Leaves the folder neither by dots nor by links. */
async function find({ folder, basePath }, path) {
  const inside = path.startsWith(`${basePath}/`) ? decode(path.slice(basePath.length)) : null
  // No empty parts, nothing hidden, no way up.
  if (inside === null || /\/\/|\/\.|[\\\0]/.test(inside)) return null
  try {
    const root = await realpath(folder)
    const wanted = join(root, inside, inside.endsWith('/') ? 'index.html' : '')
    const file = await realpath(wanted)
    if (!file.startsWith(root + sep)) return null
    if ((await stat(file)).isFile()) return { redirect: false, root, place: relative(root, file) }
    return (await stat(join(file, 'index.html'))).isFile() ? { redirect: true } : null
  } catch {
    return null
  }
}

function decode(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function sendFile(site, { root, place }, request, response) {
  const parts = place.split(sep)
  send(request, parts.map(encodeURIComponent).join('/'), { root, cacheControl: false })
    .on('headers', () => {
      for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
      // Demos that are made for frames of other sites.
      if (parts[0] === 'embed') response.removeHeader('Content-Security-Policy')
      // These names carry a hash of what they hold; nothing else may be kept without asking.
      const hashed = parts[0] === 'islands' || (parts[0] === '_next' && parts[1] === 'static')
      response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      // A page in a sandboxed frame is of no origin, and asks for its modules and fonts as any other site would.
      if (hashed) response.setHeader('Access-Control-Allow-Origin', '*')
    })
    .on('directory', () => missing(site, response))
    .on('error', ({ status, headers }) => {
      if (status === 412 || status === 416) reply(response, status, headers)
      else missing(site, response)
    })
    .pipe(response)
}

/** The page for what is not there. Nobody may keep it: the file may come with the next build. */
async function missing({ folder }, response) {
  const page = await readFile(join(folder, '404.html')).catch(() => '')
  reply(response, 404, { 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' }, page)
}

/** Answers with these headers and those of every answer, and none that an earlier attempt left. */
function reply(response, status, headers, body = '') {
  if (response.headersSent) {
    // What was being sent can't be sent to its end.
    response.destroy()
    return
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  response.writeHead(status, { ...HEADERS, ...headers, 'content-length': body.length })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}
