import { RECOMMENDED } from '@/lib/conf/recommended'
import type { ConfFile } from '@/lib/conf/write'
import type { InLocale } from './bound'
import { ConfSnippet } from './conf-snippet'

export interface RecommendedProps {
  readonly file: ConfFile
}

/** The configuration to copy: the same in every article, whatever anybody plays with. */
export function Recommended({ file, locale }: RecommendedProps & InLocale) {
  return <ConfSnippet scenario={RECOMMENDED} file={file} locale={locale} live={false} />
}
