import { BadInput } from './failure.mjs'

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
