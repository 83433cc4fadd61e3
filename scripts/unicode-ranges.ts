/** Whether a typeface has a mark, as its package tells: `U+0000-00FF,U+0131`. */
export function isInRanges(mark: string, ranges: string): boolean {
  const code = mark.codePointAt(0) ?? 0
  return ranges.split(',').some((range) => {
    const [first = 0, last = first] = range
      .slice('U+'.length)
      .split('-')
      .map((bound) => Number.parseInt(bound, 16))
    return code >= first && code <= last
  })
}
