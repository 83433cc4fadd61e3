import { Fence } from '@/components/code/fence'
import { InlineCode } from '@/components/code/inline-code'
import { exampleLinks } from '@/lib/content/example-links'
import type { FenceLanguage } from '@/lib/content/fence-languages'
import type { Locale } from '@/lib/locale'
import { embedded, FOLLOW_HEIGHT, WIKI_FORMS } from '@/lib/share/wiki'

interface Props {
  readonly locale: Locale
  readonly section: string
  /** Its paragraphs; what can be copied stands behind the first. */
  readonly text: readonly string[]
}

/** A section of the page that tells how to link here: what to do, and what comes of it, ready to be copied. */
export function LinkRecipes({ locale, section, text: [first = '', ...others] }: Props) {
  return (
    <div className="grid grid-cols-1 gap-[1.1em]">
      <Paragraph text={first} />
      {snippetsOf(section, locale).map(({ code, language }) => (
        <Fence key={code} locale={locale} language={language} code={code} />
      ))}
      {others.map((text) => (
        <Paragraph key={text} text={text} />
      ))}
    </div>
  )
}

function Paragraph({ text }: { text: string }) {
  return (
    <p>
      <InlineCode text={text} />
    </p>
  )
}

interface Shown {
  readonly language: FenceLanguage
  readonly code: string
}

/** What each section shows; those without have nothing to copy. */
function snippetsOf(section: string, locale: Locale): readonly Shown[] {
  const { heading, demo, embed } = exampleLinks(locale)
  const shown: Readonly<Record<string, readonly Shown[] | undefined>> = {
    places: [{ language: 'text', code: heading.url }],
    demos: [{ language: 'text', code: demo.url }],
    markup: [WIKI_FORMS.markdown(heading), WIKI_FORMS.confluence(demo)].map(({ text }) => ({ language: 'text', code: text })),
    embed: [
      { language: 'text', code: embedded(embed).text },
      { language: 'js', code: FOLLOW_HEIGHT },
    ],
  }
  return shown[section] ?? []
}
