/** Text from front matter in which `backticks` mark code. */
export function InlineCode({ text }: { text: string }) {
  return text.split('`').map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a constant string never move
    index % 2 ? <code key={index}>{part}</code> : part,
  )
}
