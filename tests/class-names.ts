import { type Node, parse } from 'acorn'
import { transformSync } from 'esbuild'

/** Of which of its parts an expression may take its text. What is compared, called or looked up with gives none. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  ArrayExpression: ['elements'],
  ArrowFunctionExpression: ['body'],
  BlockStatement: ['body'],
  CallExpression: ['callee'],
  ConditionalExpression: ['consequent', 'alternate'],
  FunctionDeclaration: ['body'],
  IfStatement: ['consequent', 'alternate'],
  LogicalExpression: ['left', 'right'],
  MemberExpression: ['object'],
  ObjectExpression: ['properties'],
  Property: ['value'],
  ReturnStatement: ['argument'],
  SpreadElement: ['argument'],
  TemplateLiteral: ['expressions'],
}

/** What stands in a name for a part that is only known when it is drawn. */
export const GAP = '…'

/**
 * The classes that a TypeScript file gives to elements: all that may come to stand in a `class` or `className`, by way of conditions, templates,
 * and the constants and functions of the same file. A name that is put together from parts has a gap.
 */
export function classNamesIn(source: string): readonly string[] {
  const { code } = transformSync(source, { loader: 'tsx', jsx: 'automatic', format: 'esm' })
  const nodes = within(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }))
  const made = new Map(nodes.flatMap(declared))
  const texts = nodes.flatMap(given).flatMap((expression) => textsOf(expression, made, []))
  return [...new Set(texts.flatMap((text) => text.split(/\s+/)))].filter((name) => name !== '' && name !== GAP)
}

/** As React, Preact and the browser call it. */
const ATTRIBUTES: readonly unknown[] = ['className', 'class']

/** What is assigned to it, as an attribute or a property. */
function given(node: Node): readonly Node[] {
  const [key] = node.type === 'Property' ? part(node, 'key') : []
  if (key !== undefined && ATTRIBUTES.includes(nameOf(key))) return part(node, 'value')
  const [left] = node.type === 'AssignmentExpression' ? part(node, 'left') : []
  const [property] = left === undefined ? [] : part(left, 'property')
  return property !== undefined && ATTRIBUTES.includes(nameOf(property)) ? part(node, 'right') : []
}

function declared(node: Node): readonly (readonly [string, Node])[] {
  const [id] = part(node, 'id')
  const [init] = node.type === 'VariableDeclarator' ? part(node, 'init') : node.type === 'FunctionDeclaration' ? [node] : []
  const name = id && nameOf(id)
  return typeof name === 'string' && init !== undefined ? [[name, init]] : []
}

/** `behind`: what has been looked into on the way here. */
function textsOf(node: Node, made: ReadonlyMap<string, Node>, behind: readonly Node[]): readonly string[] {
  if (behind.includes(node)) return []
  if (node.type === 'Literal' && 'value' in node) return typeof node.value === 'string' ? [node.value] : []
  const own = node.type === 'TemplateLiteral' ? [part(node, 'quasis').map(cooked).join(GAP)] : []
  const name = node.type === 'Identifier' ? nameOf(node) : undefined
  const meant = typeof name === 'string' ? made.get(name) : undefined
  const parts = [...(PARTS[node.type] ?? []).flatMap((key) => part(node, key)), ...(meant ? [meant] : [])]
  return [...own, ...parts.flatMap((each) => textsOf(each, made, [...behind, node]))]
}

function cooked(element: Node): string {
  const value = 'value' in element ? element.value : null
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : ''
}

function nameOf(node: Node): unknown {
  return 'name' in node ? node.name : 'value' in node ? node.value : undefined
}

function part(node: Node, key: string): readonly Node[] {
  const value: unknown = Object.entries(node).find(([name]) => name === key)?.[1]
  return (Array.isArray(value) ? value : [value]).filter(isNode)
}

function within(node: Node): readonly Node[] {
  return [node, ...Object.keys(node).flatMap((key) => part(node, key).flatMap(within))]
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value
}
