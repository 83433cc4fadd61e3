/** `resource`: what locks protect. */
export type NodeKind = 'server' | 'sentinel' | 'client' | 'resource'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** Where a process stands on the stage, in units of the stage. */
export interface StageNode {
  readonly host: string
  readonly kind: NodeKind
  /** What lines begin and end at. */
  readonly body: Box
  /** Room for what is written beside it; null where all stands in the body. */
  readonly words: Box | null
}

/** Between the two sides of a partition that divides all hosts. */
export interface Wall {
  readonly from: Point
  readonly to: Point
  /** A host of each side: while they cannot reach each other, the wall stands. */
  readonly near: string
  readonly far: string
}

/** The stage laid out for one width. */
export interface StagePlan {
  readonly width: number
  readonly height: number
  readonly nodes: readonly StageNode[]
  readonly wall: Wall | null
}
