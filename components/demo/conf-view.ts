import type { TokenKind } from '@/components/code/highlight'
import type { ConfFile } from '@/lib/conf/write'
import type { SettingId } from '@/lib/settings/settings'

/** A stretch of a line. `setting`: it is the value that this live setting changes. */
export interface ConfToken {
  readonly text: string
  readonly kind?: TokenKind
  readonly setting?: SettingId
}

/** A configuration file of a run as it is drawn, line by line. */
export interface ConfView {
  readonly file: ConfFile
  /** In words, for whom it is. */
  readonly whose: string
  readonly lines: readonly (readonly ConfToken[])[]
}
