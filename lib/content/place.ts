/** Contentlayer says here which file it compiles. */
export interface CompiledFile {
  readonly data: Readonly<Record<string, unknown>>
}

interface Point {
  readonly line: number
  readonly column: number
}

/** Where something stands: `content/en/split-brain.mdx:42:17`. */
export function placeIn(file: CompiledFile, point: Point | undefined): string {
  return `${pathOf(file)}:${point?.line}:${point?.column}`
}

function pathOf({ data: { rawDocumentData: raw } }: CompiledFile): string {
  const known = typeof raw === 'object' && raw !== null && 'sourceFilePath' in raw
  return known ? `content/${raw.sourceFilePath}` : 'article'
}
