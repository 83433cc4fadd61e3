import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { transform } from 'esbuild'
import { compile } from 'tailwindcss'
import config from '@/tailwind.config'

const APP = join(import.meta.dirname, '..', '..', 'app')
const TAILWIND = join(import.meta.dirname, '..', '..', 'node_modules', 'tailwindcss', 'index.css')

/** The style sheet of the embeds: of Tailwind's utilities those that these texts, their pages and scripts, have among their words. */
export async function embedStyle(texts: readonly string[]): Promise<string> {
  const { build } = await compile(readFileSync(join(APP, 'embed.css'), 'utf8'), {
    base: APP,
    loadStylesheet: async (id, base) => {
      const path = id === 'tailwindcss' ? TAILWIND : join(base, id)
      return { path, base: dirname(path), content: readFileSync(path, 'utf8') }
    },
    loadModule: async (id, base) => ({ path: join(base, id), base, module: config }),
  })
  const words = new Set(texts.flatMap((text) => text.split(/[\s"'`]+/)))
  const { code } = await transform(build([...words]), {
    loader: 'css',
    minify: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
  })
  return code
}
