import type { TitledLink } from '@/lib/share/wiki'

/** What a link of the page leads to. */
export interface Place extends TitledLink {
  /** The same as a page for a frame; null where there is none. */
  readonly embed: string | null
}

/** What the link beside a heading, or in the head of a demo, leads to. */
export function placeOf(link: HTMLAnchorElement): Place {
  const figure = link.closest('figure')
  return figure === null ? placeOfHeading(link) : placeOfDemo(figure)
}

function placeOfHeading({ hash }: HTMLAnchorElement): Place {
  const heading = document.getElementById(decodeURIComponent(hash.slice(1)))
  return { title: titled(heading?.textContent ?? ''), url: pageAddress(hash), embed: null }
}

/** A demo as it stands: by its link, or where it is as it was built by its id. */
function placeOfDemo(figure: HTMLElement): Place {
  const link = figure.parentElement?.dataset.link ?? ''
  const name = figure.id.replace(/^demo-/, '')
  const told = [figure.querySelector('figcaption b')?.textContent ?? '', ...stateOf(figure, new URLSearchParams(link))]
  return {
    title: titled(told.join(' · ')),
    url: link === '' ? pageAddress(`#${figure.id}`) : pageAddress(`?${link}`),
    // An edited scenario has no page of its own.
    embed: name.includes('~') ? null : embedAddress(name, link),
  }
}

/** What sets a demo apart from how it was built, in its own words. */
function stateOf(figure: HTMLElement, link: URLSearchParams): readonly string[] {
  const settings = [...figure.querySelectorAll('[data-part="setting"]')].flatMap((setting) => {
    const field = setting.querySelector('input[type="text"]')
    if (!(field instanceof HTMLInputElement) || !link.has(field.id.slice(figure.id.length + 1))) return []
    return [`${setting.querySelector('label')?.textContent} ${field.value}`]
  })
  const seed = link.has('seed') ? [figure.querySelector('figcaption span')?.textContent ?? ''] : []
  if (!link.has('at')) return [...settings, ...seed]
  const at = figure.querySelector('[data-part="scrubber"]')?.getAttribute('aria-valuetext') ?? ''
  const moment = /^[a-z]/.test(link.get('at') ?? '') && figure.querySelector('[data-part="storyboard"] [aria-current] p')
  return [...settings, ...seed, moment ? `${at}: ${moment.textContent}` : at]
}

function titled(text: string): string {
  return `${text} · ${document.title}`
}

/** Of something on this page, without what else its address says just now; of an embed in the article that explains it. */
export function pageAddress(rest: string): string {
  const article = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')
  const page = location.href.startsWith(siteAddress('embed/')) && article ? article.href : location.pathname
  return new URL(page.replace(/#.*/, '') + rest, location.href).href
}

/** Of something on this site, wherever it is: its scripts tell. */
export function siteAddress(path: string): string {
  const script = document.querySelector<HTMLScriptElement>('script[src*="/islands/"]')
  return (script?.src ?? location.href).replace(/islands\/.*/, path)
}

function embedAddress(name: string, link: string): string {
  const { lang } = document.documentElement
  const query = [
    ...link.split('&').filter((part) => part !== '' && !part.startsWith('demo=')),
    ...(lang === 'en' ? [] : [`lang=${lang}`]),
  ]
  return siteAddress(`embed/${name}/${query.length > 0 ? `?${query.join('&')}` : ''}`)
}
