import type { ComponentProps, ReactNode } from 'react'
import { CodeBlock } from '@/components/code/code-block'
import { Compare, type CompareProps } from '@/components/demo/compare'
import { Demo, type DemoProps } from '@/components/demo/demo'
import type { PartName } from '@/lib/content/part-names'
import { type Demos, figureSpot, momentSpot } from '@/lib/content/spot'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { ArticleLink } from './article-link'
import { At, type AtProps } from './at'
import { Beside } from './beside'
import type { Block } from './blocks'
import { bound } from './bound'
import { Callout } from './callout'
import { ClosingSection } from './closing-section'
import { Commits } from './commits'
import { Conf, type ConfProps } from './conf'
import { Durability } from './durability'
import { Guide } from './guide/guide'
import { Measured, type MeasuredProps } from './measured'
import { Num, type NumProps } from './num'
import { Offsets, type OffsetsProps } from './offsets'
import { Recommended, type RecommendedProps } from './recommended'
import { RedissonVersions } from './redisson-versions'
import { Scene, type SceneProps } from './scene'
import { SectionHeading } from './section-heading'
import { Cell, HeadCell, Table } from './table'
import { Term, type TermProps } from './term'
import { Typed, type TypedProps } from './typed'

type Children = { children?: ReactNode }

const LIST = 'pl-[1.4em] marker:text-soft marker:[font-variant-numeric:tabular-nums]'

/** What Markdown becomes. */
type HtmlName = 'pre' | 'a' | 'h2' | 'h3' | 'ul' | 'ol' | 'li' | 'blockquote' | 'table' | 'th' | 'td'

export type ArticleComponents = ReturnType<typeof articleComponents>

/** What an article's MDX may use, bound to its language and to the demos of its page. */
export function articleComponents(locale: Locale, demos: Demos) {
  const { site } = words(locale)
  const article = { locale, demos }
  const pre = ({ children }: { children: ComponentProps<typeof CodeBlock>['children'] }) => (
    <CodeBlock locale={locale}>{children}</CodeBlock>
  )
  const h2 = (props: { id?: string } & Children) => <SectionHeading as="h2" locale={locale} {...props} />
  const BoundConf = bound<ConfProps>(Conf, article)
  const BoundRecommended = bound<RecommendedProps>(Recommended, article)
  const BoundAt = bound<AtProps>(At, article)
  const BoundNum = bound<NumProps>(Num, article)
  const isHeading = ({ type }: Block) => type === h2
  const spotOf = ({ type, props: { run, moment, of } }: Block) => {
    if (type === BoundAt && run && moment) return momentSpot(demos, run, moment)
    return type === BoundNum && of ? figureSpot(demos, of) : null
  }
  return {
    pre,
    a: (props: { href?: string } & Children) => <ArticleLink locale={locale} {...props} />,
    h2,
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
    At: BoundAt,
    Num: BoundNum,
    Measured: bound<MeasuredProps>(Measured, article),
    Term: bound<TermProps>(Term, article),
    Offsets: bound<OffsetsProps>(Offsets, article),
    Typed: bound<TypedProps>(Typed, article),
    Commits: bound<object>(Commits, article),
    Durability: bound<object>(Durability, article),
    Conf: BoundConf,
    Recommended: BoundRecommended,
    Guide: bound<object>(Guide, article),
    RedissonVersions: bound<object>(RedissonVersions, article),
    Demo: bound<DemoProps>(Demo, article),
    Scene: bound<SceneProps>((scene) => {
      const confOf = ({ type, props: { run, file } }: Block) => (type === BoundConf && run === scene.run && file ? file : null)
      return Scene({ ...scene, isHeading, confOf, spotOf, locale })
    }, article),
    Compare: bound<CompareProps>(Compare, article),
  } satisfies Readonly<Record<PartName | HtmlName, unknown>>
}
