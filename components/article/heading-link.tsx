/**
 * Goes to its heading, so that the address bar names it, and copies that address where the browser lets it. Its sign is drawn in
 * CSS: no text that its name would lack, none that is copied with the heading.
 */
export function HeadingLink({ id, label, copied }: { id: string; label: string; copied: string }) {
  return (
    <>
      {/* biome-ignore lint/a11y/useAnchorContent: its name is its label */}
      <a href={`#${id}`} className="heading-link" aria-label={label} data-copied={copied} />
      <span className="heading-said" role="status" />
    </>
  )
}
