const LINK = [
  "px-[0.2em] font-medium text-soft no-underline opacity-0 before:content-['#']",
  'group-hover/heading:opacity-100 focus-visible:opacity-100 print:hidden',
].join(' ')

/**
 * Goes to its heading, so that the address bar names it, and copies that address where the browser lets it. Its sign is drawn in
 * CSS: no text that its name would lack, none that is copied with the heading.
 */
export function HeadingLink({ id, label, copied }: { id: string; label: string; copied: string }) {
  return (
    <>
      {/* biome-ignore lint/a11y/useAnchorContent: its name is its label */}
      <a href={`#${id}`} className={LINK} aria-label={label} data-copied={copied} />
      <span className="text-xs text-soft" role="status" />
    </>
  )
}
