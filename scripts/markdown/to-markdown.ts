import type { Root } from 'hast'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { readable } from './readable'

const TEXT = /<main\b[\s\S]*<\/main>/

const markdown = unified()
  .use(rehypeParse, { fragment: true })
  .use(() => (tree: Root, file) => readable(tree, String(file.data.address)))
  .use(rehypeRemark)
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' })

/** The text of a page as Markdown, below its address. @throws {Error} the page has no text */
export function toMarkdown(html: string, address: string): string {
  const text = TEXT.exec(html)?.[0]
  if (text === undefined) throw new Error(`${address}: no <main> in the page`)
  return `<${address}>\n\n${markdown.processSync({ value: text, data: { address } })}`
}
