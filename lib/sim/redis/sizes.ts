/** Sizes of items of the replication stream in bytes (R9). */
export const SELECT_BYTES = 23
export const PING_BYTES = 14
export const GETACK_BYTES = 37
/** `PUBLISH __sentinel__:hello` with a payload of two-digit length. */
const PUBLISH_BYTES = 49
/** `ip,port,` of the sentinel, its 40-digit id, epochs of one digit, `m`, and the primary's `ip,port`: 10.0.0.x addresses. */
const HELLO_BYTES = 75

export const HELLO_PUBLISH_BYTES = PUBLISH_BYTES + HELLO_BYTES

/** `3 + d(n) + Σ (5 + d(len) + len)` for one command with n arguments, the name included. */
export function commandBytes(name: string, args: readonly string[]): number {
  let bytes = 3 + digits(args.length + 1) + argumentBytes(name)
  for (const argument of args) bytes += argumentBytes(argument)
  return bytes
}

function argumentBytes(text: string): number {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x7f) return encodedBytes(text)
  return 5 + digits(text.length) + text.length
}

function encodedBytes(text: string): number {
  const length = new TextEncoder().encode(text).length
  return 5 + digits(length) + length
}

function digits(value: number): number {
  return value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : String(value).length
}
