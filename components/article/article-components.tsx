import type { ComponentProps, ReactNode } from 'react'
import { CodeBlock } from '@/components/code/code-block'
import { Compare, type CompareProps } from '@/components/demo/compare'
import { Demo, type DemoProps } from '@/components/demo/demo'
import type { PartName } from '@/lib/content/part-names'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { ArticleLink } from './article-link'
import { At, type AtProps } from './at'
import { Beside } from './beside'
import { bound } from './bound'
import { Callout } from './callout'
import { ClosingSection } from './closing-section'
import { Conf, type ConfProps } from './conf'
import { Measured, type MeasuredProps } from './measured'
import { Num, type NumProps } from './num'
import { Recommended, type RecommendedProps } from './recommended'
import { SectionHeading } from './section-heading'
import { Cell, HeadCell, Table } from './table'

type Children = { children?: ReactNode }

const LIST = 'pl-[1.4em] marker:text-soft marker:[font-variant-numeric:tabular-nums]'

/** What Markdown becomes. */
type HtmlName = 'pre' | 'a' | 'h2' | 'h3' | 'ul' | 'ol' | 'li' | 'blockquote' | 'table' | 'th' | 'td'

export type ArticleComponents = ReturnType<typeof articleComponents>

/** What an article's MDX may use, bound to its language. */
export function articleComponents(locale: Locale) {
  const { site } = words(locale)
  const pre = ({ children }: { children: ComponentProps<typeof CodeBlock>['children'] }) => (
    <CodeBlock locale={locale}>{children}</CodeBlock>
  )
  const BoundConf = bound<ConfProps>(Conf, locale)
  const BoundRecommended = bound<RecommendedProps>(Recommended, locale)
  return {
    pre,
    a: (props: { href?: string } & Children) => <ArticleLink locale={locale} {...props} />,
    h2: (props: { id?: string } & Children) => <SectionHeading as="h2" locale={locale} {...props} />,
    h3: (props: { id?: string } & Children) => <SectionHeading as="h3" locale={locale} {...props} />,
    ul: ({ children }: Children) => <ul className={`list-disc ${LIST}`}>{children}</ul>,
    ol: ({ start, children }: { start?: number } & Children) => (
      <ol className={`list-decimal ${LIST}`} start={start}>
        {children}
      </ol>
    ),
    li: ({ children }: Children) => <li className="not-first:mt-[0.35em]">{children}</li>,
    blockquote: ({ children }: Children) => (
      <blockquote className="border-l-3 border-line pl-[1.1rem] text-soft">{children}</blockquote>
    ),
    table: Table,
    th: HeadCell,
    td: Cell,
    Beside: ({ children }: Children) => (
      <Beside isSnippet={(type) => type === pre || type === BoundConf || type === BoundRecommended}>{children}</Beside>
    ),
    Note: ({ children }: Children) => (
      <Callout kind="note" label={site.note}>
        {children}
      </Callout>
    ),
    Pitfall: ({ children }: Children) => (
      <Callout kind="pitfall" label={site.pitfall}>
        {children}
      </Callout>
    ),
    Versions: ({ children }: Children) => (
      <ClosingSection id="versions" title={site.closing.versions} locale={locale}>
        {children}
      </ClosingSection>
    ),
    Sources: ({ children }: Children) => (
      <ClosingSection id="sources" title={site.closing.sources} locale={locale}>
        {children}
      </ClosingSection>
    ),
    At: bound<AtProps>(At, locale),
    Num: bound<NumProps>(Num, locale),
    Measured: bound<MeasuredProps>(Measured, locale),
    Conf: BoundConf,
    Recommended: BoundRecommended,
    Demo: bound<DemoProps>(Demo, locale),
    Compare: bound<CompareProps>(Compare, locale),
  } satisfies Readonly<Record<PartName | HtmlName, unknown>>
}
