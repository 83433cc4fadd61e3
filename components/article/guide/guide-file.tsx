import { CodeLines } from '@/components/code/code-lines'
import { highlight } from '@/components/code/highlight'
import { Snippet } from '@/components/code/snippet'
import { type ConfFile, confRows } from '@/lib/conf/write'
import { USUAL } from '@/lib/guide/answers'
import { guideFile, guideLines } from '@/lib/guide/files'
import { words } from '@/lib/words/words'
import type { InLocale } from '../bound'
import { when } from './when'

/** A file with every line that some answers put there; those of other answers are hidden, and not copied. */
export function GuideFile({ file, locale }: { readonly file: ConfFile } & InLocale) {
  const { comments, scope } = words(locale).conf
  const rows = guideLines(file).flatMap((guided) =>
    confRows([guided.line], comments).map(({ text }) => ({ text, when: guided.when })),
  )
  const usual = confRows(guideFile(USUAL, file), comments)
  return (
    <Snippet
      locale={locale}
      title={
        <>
          <b className="mr-[0.4em] font-semibold text-ink">{file}</b> {file === 'redis.conf' ? scope.servers : scope.sentinels}
        </>
      }
      name={file}
      code={usual.map(({ text }) => text)}
    >
      <CodeLines
        lines={highlight(rows.map(({ text }) => text).join('\n'), file)}
        attributes={(line) => when(rows[line]?.when ?? {})}
      />
    </Snippet>
  )
}
