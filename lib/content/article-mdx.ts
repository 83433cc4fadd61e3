import type { BuildOptions, Plugin } from 'esbuild'
import remarkGfm from 'remark-gfm'
import { OFFERED_PATH } from './offered'
import { remarkArticle } from './remark-article'
import { remarkHeadingIds } from './remark-heading-ids'
import { remarkInstants } from './remark-instants'

/**
 * Leaves out what an article imports of the project: it is handed in when the article is drawn (`articleContent`). So no compiled article
 * carries a kernel of its own, which nobody would compile anew when the kernel changes.
 */
const offered: Plugin = {
  name: 'offered',
  setup(build) {
    build.onResolve({ filter: OFFERED_PATH }, ({ path }) => ({ path, namespace: 'offered' }))
    build.onLoad({ filter: /.*/, namespace: 'offered' }, ({ path }) => ({
      contents: `module.exports = articleImport(${JSON.stringify(path)})`,
    }))
  },
}

/** How articles are compiled. */
export const articleMdx = {
  remarkPlugins: [remarkGfm, remarkHeadingIds, remarkInstants, remarkArticle],
  esbuildOptions: (options: BuildOptions): BuildOptions => ({ ...options, plugins: [offered, ...(options.plugins ?? [])] }),
}
