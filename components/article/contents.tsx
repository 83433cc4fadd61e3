import type { Heading } from '@/lib/content/heading'

/** The table of contents; a script marks the section being read. */
export function Contents({ label, headings }: { label: string; headings: Pick<Heading, 'id' | 'text'>[] }) {
  return (
    <nav className="toc" aria-label={label} data-contents="">
      <p className="toc-title" aria-hidden="true">
        {label}
      </p>
      <ol>
        {headings.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
