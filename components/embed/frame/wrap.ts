import { widthOf } from '@/components/demo/stage/label'

/** A place where a line may end: behind a space, and before a Han character that no mark must follow at once. */
const PIECES = /[\p{Script=Han}][，。；：、！？）”]*|[^\s\p{Script=Han}]+\s*|\s+/gu

/** A text in lines that are no wider than `width` at a size of type. */
export function wrapped(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = ['']
  for (const [piece] of text.matchAll(PIECES)) {
    const line = lines[lines.length - 1] ?? ''
    if (line !== '' && widthOf(`${line}${piece}`.trimEnd(), size) > width) lines.push(piece)
    else lines[lines.length - 1] = line + piece
  }
  return lines.map((line) => line.trim())
}
