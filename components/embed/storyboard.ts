import { castOf } from '@/components/demo/cast'
import { momentSentence } from '@/components/demo/telling/storyboard'
import { headlineSentence } from '@/components/demo/telling/verdict-line'
import type { Embed } from '@/lib/content/embeds'
import type { Locale } from '@/lib/locale'
import { sideBySide } from '@/lib/reading/film/film'
import { plain } from '@/lib/words/phrase'
import { words as catalogue } from '@/lib/words/words'

/** The runs of a demo in plain text: how each ended, and its moments. `address`: where it is explained. */
export function storyboardText(locale: Locale, { title, runs }: Embed, address: string): string {
  const told = sideBySide(runs.map(({ film }) => film)).map(({ headline, moments, run }) => {
    const { words } = castOf(catalogue(locale).demo, run.scenario)
    return [
      plain(headlineSentence(words, headline)),
      '',
      ...moments.map((moment) => `${moment.number}. ${words.instant(moment.at)}  ${plain(momentSentence(words, moment))}`),
    ].join('\n')
  })
  return `${[title, ...told, address].join('\n\n')}\n`
}
