/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { LOCALES, type Locale } from '@/lib/locale'
import { hostPath } from '@/lib/site'

interface Props {
  readonly locale: Locale
  readonly title: string
  readonly description: string
  /** Absolute: the page that explains what is framed. */
  readonly canonical: string
  /** Absolute: what tells other sites how to frame it. */
  readonly oembed: string
  /** Absolute: the picture of what it comes to. */
  readonly card: string
  /** Paths within the site. */
  readonly style: string
  readonly script: string
  readonly children: ComponentChildren
}

// Before the first paint: the theme and the language that the address asks for; and should the script not come, what was built is shown.
const BOOT = `(function(e){var q=new URLSearchParams(location.search),t=q.get("theme"),l=q.get("lang");e.dataset.js="";if(t==="light"||t==="dark")e.dataset.theme=t;if(l!==e.lang&&${JSON.stringify(LOCALES)}.indexOf(l)>=0){q.delete("lang");location.replace(location.pathname.replace(/\\/embed\\/([^/]+\\/)?([^/]+\\/[^/]*)$/,"/embed/"+(l==="${LOCALES[0]}"?"":l+"/")+"$2")+(""+q&&"?"+q)+location.hash)}addEventListener("error",function(f){if(f.target.src&&f.target.defer)e.dataset.state="failed"},true)})(document.documentElement)`

/** The outermost elements of an embed. Its links lead out of the frame. */
export function EmbedDocument({ locale, title, description, canonical, oembed, card, style, script, children }: Props) {
  return (
    <html lang={locale}>
      {/* biome-ignore lint/style/noHeadElement: no Next is in play */}
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={description} />
        <link rel="canonical" href={canonical} />
        <link rel="alternate" type="application/json+oembed" href={oembed} title={title} />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        <meta property="og:image" content={card} />
        <meta name="twitter:card" content="summary_large_image" />
        <link rel="icon" href={hostPath('/icon.svg')} />
        <base target="_blank" />
        <link rel="stylesheet" href={hostPath(style)} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file, hashed into the page's policy */}
        <script data-own="" dangerouslySetInnerHTML={{ __html: BOOT }} />
        <script defer src={hostPath(script)} />
      </head>
      <body class="bg-panel">{children}</body>
    </html>
  )
}
