/** @jsxImportSource preact */

/** What no script draws anew: its markup is put in while the page is built, and is left alone in the browser, where nobody knows it. */
export function DrawnOnce({ html }: { html: string | undefined }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by a component of our own
  return <div dangerouslySetInnerHTML={{ __html: html ?? '' }} />
}
