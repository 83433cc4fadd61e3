import { linkedData, type Thing } from '@/lib/linked-data/thing'

/** What a page tells machines that read no prose. It runs nothing. */
export function LinkedData({ things }: { readonly things: readonly Thing[] }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: data of our own, escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: linkedData(things) }} />
}
