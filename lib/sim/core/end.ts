/** A connection is known by its number. */
export type ConnectionId = number

/** 0: the side that connected; 1: the side that accepted. */
export type Side = 0 | 1

export function opposite(side: Side): Side {
  return side === 0 ? 1 : 0
}
