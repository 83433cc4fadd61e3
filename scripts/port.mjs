import { BadInput } from '../lib/terminal/failure.mjs'

const USUAL_PORT = 4173

/**
 * The port that PORT asks for; 0 is any free one. Nothing and an empty PORT are the same.
 * @param {string | undefined} text
 * @throws {BadInput}
 */
export function readPort(text) {
  if (text === undefined || text === '') return USUAL_PORT
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port <= 65535) return port
  throw new BadInput(`PORT: expected a whole number from 0 to 65535, got ${JSON.stringify(text)}`)
}

/**
 * Why a port can't be listened on, where that is for whoever chose it to mend; else the error as it is.
 * @param {number} port
 * @param {unknown} error
 */
export function refusalOf(port, error) {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'EACCES') return error
  return new BadInput(`PORT: ${port} is not allowed for this user; expected one from 1024 to 65535, or 0 for any that is free`)
}
