import type { Expression, ImportDeclaration, Program } from 'estree'
import { FENCE_LANGUAGES, isFenceLanguage } from './fence-languages'
import { mistakeAt } from './mistake'
import { importProblem } from './offered'
import { PART_NAMES } from './part-names'
import { type CompiledFile, placeIn } from './place'

interface Attribute {
  type: string
  name?: string
  value?: unknown
}

interface Node {
  type: string
  name?: string | null
  /** Of a code fence. */
  lang?: string | null
  /** Of a text. */
  value?: string
  children?: Node[]
  attributes?: Attribute[]
  position?: { start: { line: number; column: number } }
  data?: { estree?: Program }
}

/**
 * Remark plugin: checks what an article imports, which components and languages of code
 * it uses, and that what is meant as emphasis is, and lets what goes wrong later, when it is drawn, be told
 * with its place. Each component gets that as its `place`; before each statement and expression stands a call of `articleAt`.
 */
export function remarkArticle() {
  return (tree: Node, file: CompiledFile) => {
    visit(tree, (node) => {
      if (node.type === 'mdxjsEsm') markStatements(node, file)
      if (node.type.startsWith('mdxJsx')) placeComponent(node, placeIn(file, node.position?.start))
      if (node.type === 'code') checkLanguage(node, placeIn(file, node.position?.start))
      if (node.type === 'text') checkEmphasis(node, placeIn(file, node.position?.start))
    })
  }
}

/** Shiki would leave a language that it does not know plain, without a word. */
function checkLanguage({ lang }: Node, place: string): void {
  if (!lang) throw mistakeAt(place, new Error(`a code fence without a language; there are ${FENCE_LANGUAGES.join(', ')}`))
  if (isFenceLanguage(lang)) return
  throw mistakeAt(place, new Error(`no language "${lang}" of code fences; there are ${FENCE_LANGUAGES.join(', ')}`))
}

/** Where no space stands between sentences, `**是。**不` is no emphasis: the mark has to stand behind it (CommonMark, right-flanking runs). */
function checkEmphasis({ value = '' }: Node, place: string): void {
  if (!value.includes('**')) return
  throw mistakeAt(place, new Error('** that is no emphasis: have it end before the punctuation mark, not behind it'))
}

function markStatements({ data }: Node, file: CompiledFile): void {
  if (!data?.estree) return
  data.estree.body = data.estree.body.flatMap((statement): Program['body'] => {
    // What a plugin has made of the front matter stands nowhere.
    if (!statement.loc) return [statement]
    const { line, column } = statement.loc.start
    const place = placeIn(file, { line, column: column + 1 })
    if (statement.type !== 'ImportDeclaration') return [{ type: 'ExpressionStatement', expression: callAt(place) }, statement]
    checkImport(statement, place)
    return [statement]
  })
}

function checkImport({ source, specifiers }: ImportDeclaration, place: string): void {
  const names = specifiers.map((specifier) => {
    if (specifier.type === 'ImportDefaultSpecifier') return 'default'
    if (specifier.type === 'ImportNamespaceSpecifier') return '*'
    return specifier.imported.type === 'Identifier' ? specifier.imported.name : String(specifier.imported.value)
  })
  const problem = importProblem(String(source.value), names)
  if (problem !== null) throw mistakeAt(place, new Error(problem))
}

function placeComponent(node: Node, place: string): void {
  const { name } = node
  if (!name || !/^[A-Z]/.test(name)) return
  if (!PART_NAMES.some((part) => part === name)) {
    throw mistakeAt(place, new Error(`no component <${name}>; there are ${PART_NAMES.join(', ')}`))
  }
  for (const { value } of node.attributes ?? []) if (isExpression(value)) markExpression(value.data.estree, place)
  node.attributes = [...(node.attributes ?? []), { type: 'mdxJsxAttribute', name: 'place', value: place }]
}

interface AttributeExpression {
  readonly data: { readonly estree: Program }
}

function isExpression(value: unknown): value is AttributeExpression {
  return typeof value === 'object' && value !== null && 'data' in value
}

/** `{x}` becomes `{(articleAt("…"), x)}`. */
function markExpression({ body: [statement] }: Program, place: string): void {
  if (statement?.type !== 'ExpressionStatement') return
  statement.expression = { type: 'SequenceExpression', expressions: [callAt(place), statement.expression] }
}

function callAt(place: string): Expression {
  const callee = { type: 'Identifier', name: 'articleAt' } as const
  return { type: 'CallExpression', optional: false, callee, arguments: [{ type: 'Literal', value: place }] }
}

function visit(node: Node, look: (node: Node) => void): void {
  look(node)
  for (const child of node.children ?? []) visit(child, look)
}
