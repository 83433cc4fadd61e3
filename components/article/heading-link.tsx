const LINK = [
  "px-[0.2em] font-medium text-soft no-underline opacity-0 before:content-['#']",
  'group-hover/heading:opacity-100 focus-visible:opacity-100 print:hidden',
].join(' ')

/**
 * Goes to its heading, so that the address bar names it, and copies what it leads to, in the form that is wanted (islands/copying). Its sign
 * is drawn in CSS: no text that its name would lack, none that is copied with the heading.
 */
export function HeadingLink({ id, label }: { id: string; label: string }) {
  // biome-ignore lint/a11y/useAnchorContent: its name is its label
  return <a href={`#${id}`} className={LINK} aria-label={label} data-link="" />
}
