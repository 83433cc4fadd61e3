import { isValidElement, type ReactNode } from 'react'
import { FAQ } from '@/lib/content/addresses'
import { demosIn } from '@/lib/content/article-demos'
import { articleContent } from '@/lib/content/article-module'
import type { Article } from '@/lib/content/articles'
import type { Answered } from '@/lib/linked-data/article'
import type { Locale } from '@/lib/locale'
import { articleComponents } from './article-components'
import { type Block, blocksOf, sectionsOf } from './blocks'

/** The questions that an article answers, each under a heading of its own: those of the page of questions; none of any other. */
export async function questionsOf(locale: Locale, { slug, code }: Article): Promise<readonly Answered[]> {
  if (slug !== FAQ) return []
  const parts = {
    ...articleComponents(locale, demosIn(code)),
    // What it explains on request is no part of the sentence.
    Term: ({ children }: { children?: ReactNode }) => <>{children}</>,
  }
  const ends: readonly Block['type'][] = [parts.h2, parts.h3, parts.Versions, parts.Sources]
  const sections = sectionsOf(blocksOf(articleContent(code, parts)), ({ type }) => ends.includes(type))
  return Promise.all(
    sections.flatMap(([heading, ...answer]) => {
      const id: unknown = heading?.props && 'id' in heading.props ? heading.props.id : undefined
      return heading?.type === parts.h3 && typeof id === 'string' ? [answered(id, heading, answer)] : []
    }),
  )
}

async function answered(id: string, heading: Block, answer: readonly Block[]): Promise<Answered> {
  const paragraphs = await Promise.all(answer.map(said))
  return { id, question: await said(heading.props.children), answer: paragraphs.join('\n') }
}

/** What a reader reads of something that is not drawn yet: components are asked what they would draw. None here has a state. */
async function said(node: ReactNode): Promise<string> {
  const drawn = await node
  if (typeof drawn === 'string' || typeof drawn === 'number') return String(drawn)
  if (Array.isArray(drawn)) return (await Promise.all(drawn.map(said))).join('')
  if (!isValidElement<{ children?: ReactNode }>(drawn)) return ''
  const { type, props } = drawn
  return said(typeof type === 'function' ? (type as (props: unknown) => ReactNode)(props) : props.children)
}
