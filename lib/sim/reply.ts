/** An answer in RESP. Integers as numbers; beyond 2⁵³, where those are not exact, by their digits. */
export type Reply = string | number | null | { readonly error: string } | readonly Reply[]

export function isError(reply: Reply): reply is { readonly error: string } {
  return typeof reply === 'object' && reply !== null && 'error' in reply
}
