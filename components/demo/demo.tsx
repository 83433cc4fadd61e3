import type { ConfFile } from '@/lib/conf/write'
import { demoId, titleOf } from '@/lib/content/shown'
import type { Locale } from '@/lib/locale'
import type { Run } from '@/lib/run'
import { type Controls, controlsOf } from './controls/named'
import { DemoFigure } from './demo-figure'

export interface DemoProps {
  readonly run: Run
  readonly controls?: Controls
  /** Needed where the run is no named scenario, which has one. */
  readonly title?: string
  /** The files shown as its configuration; without a word of them, all that it has. */
  readonly confFiles?: readonly ConfFile[]
}

/** A demo of a run, drawn at build time. Throws when there is no such control. */
export function Demo({ run, controls, title, confFiles, locale }: DemoProps & { readonly locale: Locale }) {
  return (
    <DemoFigure
      id={demoId(run)}
      title={titleOf(run, title, locale)}
      locale={locale}
      runs={[run]}
      settings={controlsOf(run, controls)}
      confFiles={confFiles}
    />
  )
}
