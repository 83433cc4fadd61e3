/** @jsxImportSource preact */
import { demoCard } from '@/lib/cards'
import { embedPath } from '@/lib/content/embed-address'
import type { Embed } from '@/lib/content/embeds'
import { LOCALES, type Locale } from '@/lib/locale'
import { absolute, hostPath, pagePath, site } from '@/lib/site'
import { plain } from '@/lib/words/phrase'
import { words as catalogue } from '@/lib/words/words'
import { asJson, builtDemo } from '../demo/built-demo'
import { castOf } from '../demo/cast'
import { controlsOf } from '../demo/controls/named'
import { headlineSentence } from '../demo/telling/verdict-line'
import { EmbedDocument } from './document'
import { Still } from './still'

/** The decisive instant, beside the page. */
export const FRAME = 'frame.svg'

interface Props {
  readonly locale: Locale
  readonly embed: Embed
  /** Paths within the site. */
  readonly style: string
  readonly script: string
  readonly lists: string
}

/** The page of a demo that other sites frame: what becomes the figure, what is told without scripts, and where it is explained. */
export function EmbedPage({ locale, embed, ...files }: Props) {
  const { id, name, title, runs, controls, article, section } = embed
  const { embed: words, still } = catalogue(locale)
  const last = runs[runs.length - 1]
  if (last === undefined) throw new Error(`${name}: a demo of no run`)
  const settings = controlsOf(last, controls)
  const { films, drawnOnce, data } = builtDemo({ id, title, locale, runs, settings })
  const told = films.map((film) => ({ film, cast: castOf(catalogue(locale).demo, film.run.scenario) }))
  const verdicts = told.map(({ film, cast }) => plain(headlineSentence(cast.words, film.headline)))
  const page = pagePath(locale, article.slug)
  // By names: what is drawn once stands beside the data, where it is taken from (alive/drawn-once.tsx).
  const held = { proof: drawnOnce.proof, ...Object.fromEntries(drawnOnce.confs.map((conf, side) => [`conf-${side}`, conf])) }
  const named = { confs: drawnOnce.confs.map((_, side) => `conf-${side}`), proof: 'proof' }
  return (
    <EmbedDocument
      locale={locale}
      title={`${title} · ${site.name}`}
      description={verdicts.join(catalogue(locale).demo.alternative.space)}
      canonical={absolute(page)}
      oembed={absolute(embedPath(locale, name, 'oembed.json'))}
      card={absolute(demoCard(locale, id))}
      style={files.style}
      script={files.script}
    >
      <main class={`mx-auto px-3.5 py-2 sm:px-5 ${runs.length > 1 ? 'max-w-(--page)' : 'max-w-208'}`}>
        <h1 class="sr-only">{title}</h1>
        <p class="text-sm text-soft" role="status" data-part="unknown" hidden>
          <span data-name="theme" data-known="light dark" data-sentence={words.unknown.theme} />
          <span data-name="lang" data-known={LOCALES.join(' ')} data-sentence={words.unknown.lang(LOCALES)} />
        </p>
        <p class="py-2 text-sm text-soft in-data-[state=failed]:hidden no-js:hidden" data-part="loading">
          {words.loading}
        </p>
        <div class="no-js:hidden" data-island="demo">
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: data of our own */}
          <script type="application/json" dangerouslySetInnerHTML={{ __html: asJson({ ...data, drawnOnce: named }) }} />
        </div>
        {Object.entries(held).map(([part, markup]) => (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by components of our own
          <template key={part} data-name={part} dangerouslySetInnerHTML={{ __html: markup }} />
        ))}
        <script type="text/plain" src={hostPath(files.lists)} data-part="lists" />
        <Still {...{ words, title, verdicts, told }} failed={still.failed} picture={hostPath(embedPath(locale, name, FRAME))} />
        <p class="border-t border-line py-2 text-xs text-soft">
          {words.from} <a href={`${hostPath(page)}${section.id && `#${section.id}`}`}>{section.title}</a> · {site.name}
        </p>
      </main>
    </EmbedDocument>
  )
}
