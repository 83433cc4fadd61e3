import { RECOMMENDED } from '@/lib/conf/recommended'
import type { ConfFile } from '@/lib/conf/write'
import type { Locale } from '@/lib/locale'
import { ConfSnippet } from './conf-snippet'

/** The configuration to copy: the same in every article, whatever anybody plays with. */
export function Recommended({ file, locale }: { file: ConfFile; locale: Locale }) {
  return <ConfSnippet scenario={RECOMMENDED} file={file} locale={locale} live={false} />
}
