// `tsx scripts/articles.ts`: checks the types of all articles. `--watch` goes on, and checks them anew when anything in content/ changes; then it
// also tells what the tests would ask for.
import { watch } from 'node:fs'
import { join } from 'node:path'
import { readArticles } from '@/lib/content/article-files'
import { RULES } from '@/lib/content/rules/rules'
import { LOCALES } from '@/lib/locale'
import { checkArticles } from './articles/check'

const CONTENT = join(import.meta.dirname, '..', 'content')
/** An editor may write a file in several steps. */
const SETTLED_MS = 50

const watching = process.argv.includes('--watch')

/** Prints what is wrong, and says whether nothing is. */
async function check(): Promise<boolean> {
  const articles = readArticles()
  const asked = watching ? Object.values(RULES).flatMap((rule) => rule(articles)) : []
  const problems = [...(await checkArticles(articles)), ...asked]
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  return problems.length === 0
}

/** Checks again after each change, one check at a time. */
function checkOnChange(wasRight: boolean): void {
  let right = wasRight
  let changed = false
  let checking = false
  const next = async (): Promise<void> => {
    if (checking || !changed) return
    checking = true
    changed = false
    const before = right
    right = await check()
    if (right && !before) process.stderr.write('The articles are right again\n')
    checking = false
    await next()
  }
  // Folders, not files: many editors put a new file in the place of the old one.
  for (const folder of [...LOCALES, 'scenarios']) {
    watch(join(CONTENT, folder), () => {
      changed = true
      setTimeout(next, SETTLED_MS)
    })
  }
}

const right = await check()
if (watching) checkOnChange(right)
else process.exitCode = right ? 0 : 1
