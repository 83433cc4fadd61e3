// Serves the built files as a static host would; used by `npm start` and by the browser tests.
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
}

/**
 * Serves a folder under a base path on this machine only. Takes `port`, or a free one when that is taken or 0.
 * Returns the address of the site's front door and a function that ends the server.
 */
export async function serve(folder, { basePath = '', port = 0 } = {}) {
  const server = createServer((request, response) => answer(folder, basePath, request, response))
  await listen(server, port).catch((error) => {
    if (error.code !== 'EADDRINUSE') throw error
    return listen(server, 0)
  })
  return {
    address: `http://localhost:${server.address().port}${basePath}/`,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, 'localhost', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function answer(folder, basePath, request, response) {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
  const found = find(folder, basePath, pathname)
  if (found.redirect) {
    response.writeHead(308, { location: `${found.redirect}${search}` }).end()
    return
  }
  const file = found.file ?? join(folder, '404.html')
  if (!existsSync(file)) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(found.file ? 200 : 404, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': statSync(file).size,
    // Names under _next/static carry a hash of what they hold; nothing else may be kept without asking.
    'cache-control': pathname.includes('/_next/static/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  })
  if (request.method === 'HEAD') response.end()
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response)
}

/** The file behind a path, or where to look instead, or neither. Never leaves the folder, never shows a hidden file. */
function find(folder, basePath, pathname) {
  if (!pathname.startsWith(`${basePath}/`)) return pathname === basePath ? { redirect: `${basePath}/` } : {}
  const inside = decode(pathname.slice(basePath.length))
  if (inside === null || inside.split('/').some((part) => part.startsWith('.'))) return {}
  const path = normalize(join(folder, inside))
  if (path !== folder && !path.startsWith(folder + sep)) return {}
  if (!existsSync(path)) return {}
  if (!statSync(path).isDirectory()) return inside.endsWith('/') ? {} : { file: path }
  if (!existsSync(join(path, 'index.html'))) return {}
  return inside.endsWith('/') ? { file: join(path, 'index.html') } : { redirect: `${pathname}/` }
}

function decode(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
