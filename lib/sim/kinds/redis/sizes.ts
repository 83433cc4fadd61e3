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
  return args.reduce((bytes, argument) => bytes + argumentBytes(textBytes(argument)), headBytes(name, args.length))
}

/** What stands before the arguments: their number, and the name. */
export function headBytes(name: string, args: number): number {
  return 3 + digits(args + 1) + argumentBytes(textBytes(name))
}

/** An argument of this many bytes. */
export function argumentBytes(length: number): number {
  return 5 + digits(length) + length
}

/** UTF-8: two bytes from U+0080, three from U+0800, and each half of a surrogate pair two. */
export function textBytes(text: string): number {
  let length = text.length
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code > 0x7f) length += code < 0x800 || (code & 0xf800) === 0xd800 ? 1 : 2
  }
  return length
}

function digits(value: number): number {
  return value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : String(value).length
}

/** Streaming a small data set to the replicas, from the fork to the last byte, µs: R39 measured 10–100 ms for an empty one. */
export const TRANSFER_MICROS = 20_000
