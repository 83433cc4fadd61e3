import type { About } from '@/lib/content/about'

const WIDEST = 110

/** What a file says of its scenario, as comments: its name in English, why it exists, what its run has to show. */
export function aboutLines({ title, why, shows }: About): readonly string[] {
  const claims = shows.length === 0 ? [] : [`Shows: ${shows.map(({ text }) => text).join('; ')}.`]
  return [`${title.en}.`, ...(why === null ? [] : [why]), ...claims]
    .flatMap((text) => wrapped(text, WIDEST))
    .map((line) => `# ${line}`)
}

function wrapped(text: string, widest: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && longer.length <= widest) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
