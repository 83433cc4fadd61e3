import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { PART_NAMES } from '@/lib/content/part-names'
import type { Source } from '@/lib/content/rules/source'
import { told } from './hints'
import { PROSE, shadowOf } from './shadow'

const root = join(import.meta.dirname, '..', '..')

/**
 * Checks the types of articles with the components that they will be drawn with. Returns a message each for what is wrong:
 * `content/en/split-brain.mdx:42:17 Property 'lots' does not exist on type 'Run'. Did you mean 'lost'?`
 */
export async function checkArticles(articles: readonly Source[]): Promise<readonly string[]> {
  mkdirSync(join(root, '.cache'), { recursive: true })
  // A folder of its own: whoever writes may be checking too.
  const at = mkdtempSync(join(root, '.cache', 'articles-'))
  try {
    const unreadable = writeShadows(articles, at)
    write(join(at, 'parts.d.ts'), partTypes())
    write(join(at, 'tsconfig.json'), JSON.stringify(CONFIGURATION))
    return [...unreadable, ...problemsIn(await compilerOutput(at), relative(root, at), articles)]
  } finally {
    rmSync(at, { recursive: true })
  }
}

/** Returns what is wrong with the articles that are no MDX. */
function writeShadows(articles: readonly Source[], at: string): readonly string[] {
  return articles.flatMap(({ path, text }) => {
    try {
      write(join(at, path.replace(/\.mdx$/, '.tsx')), shadowOf(text))
      return []
    } catch (error) {
      return [syntaxProblem(path, error)]
    }
  })
}

/** The components stand in no article; they are there. */
function partTypes(): string {
  const parts = PART_NAMES.map((name) => `  const ${name}: ArticleComponents['${name}']`)
  // Around all that is shown: the compiler does not ask what stands in a fragment.
  parts.push(`  const ${PROSE}: (props: { children?: import('react').ReactNode }) => null`)
  return [
    '/// <reference types="next" />',
    "import type { ArticleComponents } from '@/components/article/article-components'",
    'declare global {',
    ...parts,
    '}\n',
  ].join('\n')
}

/** Of a folder two below the root. */
const CONFIGURATION = {
  extends: '../../tsconfig.json',
  // What an article names beside itself stands beside the article, not beside its shadow.
  compilerOptions: { rootDirs: ['../../content', '.'], incremental: false, noErrorTruncation: true },
  include: ['**/*.tsx', '*.d.ts'],
  exclude: [],
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function compilerOutput(project: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const tsc = spawn(join(root, 'node_modules', '.bin', 'tsc'), ['--noEmit', '--pretty', 'false', '-p', project], { cwd: root })
    let output = ''
    tsc.stdout.on('data', (chunk) => {
      output += chunk
    })
    tsc.on('error', reject)
    tsc.on('close', (code) => {
      // Where it says nothing of any file it has not looked at them.
      if (code === 0 || output.search(MESSAGE) >= 0) resolve(output)
      else reject(new Error(output))
    })
  })
}

/** A message of the compiler with the lines that explain it. */
const MESSAGE = /^(.+?)\((\d+),(\d+)\): error TS\d+: (.*(?:\n .*)*)/gm

function problemsIn(output: string, folder: string, articles: readonly Source[]): readonly string[] {
  const texts = new Map(articles.map(({ path, text }) => [path, text]))
  return [...output.matchAll(MESSAGE)].flatMap(([, file = '', line, column, message = '']) => {
    // What is wrong elsewhere is told where all types are checked.
    if (!file.startsWith(folder)) return []
    const path = relative(folder, file).replace(/\.tsx$/, '.mdx')
    return [`content/${path}:${line}:${column} ${told(message, namesIn(texts.get(path) ?? ''))}`]
  })
}

/** What an article imports as a whole, and what it exports. */
function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/^(?:export const|import) (\w+)/gm)].map(([, name = '']) => name)
}

function syntaxProblem(path: string, error: unknown): string {
  const { line = 1, column = 1, reason = String(error) } = error as { line?: number; column?: number; reason?: string }
  return `content/${path}:${line}:${column} ${reason}`
}
