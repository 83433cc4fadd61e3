/** Reads an integer of 64 bits as Redis does (`util.c:string2ll`): no sign but `-`, no leading zero, nothing around it. Else null. */
export function integer(text: string | undefined): bigint | null {
  if (text === undefined || !/^(?:0|-?[1-9]\d{0,18})$/.test(text)) return null
  const value = BigInt(text)
  return BigInt.asIntN(64, value) === value ? value : null
}
