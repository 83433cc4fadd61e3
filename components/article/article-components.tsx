import type { ComponentProps, ReactNode } from 'react'
import { CodeBlock } from '@/components/code/code-block'
import { Compare } from '@/components/demo/compare'
import { Demo } from '@/components/demo/demo'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { ArticleLink } from './article-link'
import { Beside } from './beside'
import { Callout } from './callout'
import { ClosingSection } from './closing-section'
import { Conf } from './conf'
import { Measured } from './measured'
import { Num } from './num'
import { Recommended } from './recommended'
import { SectionHeading } from './section-heading'

type Children = { children?: ReactNode }
/** GFM marks a column's alignment as an inline style, which the page's policy forbids. */
type Cell = Children & { style?: { textAlign?: string } }

/** What an article's MDX may use, bound to its language. */
export function articleComponents(locale: Locale) {
  const { site } = words(locale)
  const pre = ({ children }: { children: ComponentProps<typeof CodeBlock>['children'] }) => (
    <CodeBlock locale={locale}>{children}</CodeBlock>
  )
  const BoundConf = (props: Omit<ComponentProps<typeof Conf>, 'locale'>) => <Conf {...props} locale={locale} />
  const BoundRecommended = (props: Omit<ComponentProps<typeof Recommended>, 'locale'>) => (
    <Recommended {...props} locale={locale} />
  )
  return {
    pre,
    a: (props: { href?: string } & Children) => <ArticleLink locale={locale} {...props} />,
    h2: (props: { id?: string } & Children) => <SectionHeading as="h2" locale={locale} {...props} />,
    h3: (props: { id?: string } & Children) => <SectionHeading as="h3" locale={locale} {...props} />,
    table: ({ children }: Children) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
      <div className="table-frame" tabIndex={0}>
        <table>{children}</table>
      </div>
    ),
    // A corner without a word heads nothing.
    th: ({ style, children }: Cell) => (children ? <th className={alignment(style)}>{children}</th> : <td />),
    td: ({ style, children }: Cell) => <td className={alignment(style)}>{children}</td>,
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
    Num: (props: { run: string; of: string }) => <Num {...props} locale={locale} />,
    Measured: (props: { scenario: string; of: string }) => <Measured {...props} locale={locale} />,
    Conf: BoundConf,
    Recommended: BoundRecommended,
    Demo: (props: Omit<ComponentProps<typeof Demo>, 'locale'>) => <Demo {...props} locale={locale} />,
    Compare: (props: Omit<ComponentProps<typeof Compare>, 'locale'>) => <Compare {...props} locale={locale} />,
  }
}

function alignment(style: Cell['style']): string | undefined {
  return style?.textAlign === 'right' ? 'text-right' : style?.textAlign === 'center' ? 'text-center' : undefined
}
