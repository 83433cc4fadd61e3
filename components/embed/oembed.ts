import { CARD_SIZE, demoCard } from '@/lib/cards'
import { embedPath } from '@/lib/content/embed-address'
import type { Embed } from '@/lib/content/embeds'
import type { Locale } from '@/lib/locale'
import { absolute, site } from '@/lib/site'

/** As high as most figures are at this width: oEmbed can't say that the page tells its own height. */
const WIDTH = 720
const HEIGHT = 820

/** What tells a site how to frame a demo: oEmbed 1.0, of type `rich`. */
export function oembedOf(locale: Locale, { id, name, title }: Embed): object {
  const src = absolute(embedPath(locale, name))
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: site.name,
    provider_url: site.address,
    thumbnail_url: absolute(demoCard(locale, id)),
    thumbnail_width: CARD_SIZE.width,
    thumbnail_height: CARD_SIZE.height,
    width: WIDTH,
    height: HEIGHT,
    html: `<iframe src="${src}" width="100%" height="${HEIGHT}" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" title="${title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`,
  }
}
