import { bundleMDX } from 'mdx-bundler'
import { articleMdx } from '@/lib/content/article-mdx'

/** Compiles the source of an article as Contentlayer does. `path`: where it stands in `content`. */
export async function compiled(source: string, path: string): Promise<string> {
  const raw = () => (_: unknown, file: { data: Record<string, unknown> }) => {
    file.data.rawDocumentData = { sourceFilePath: path }
  }
  const { code } = await bundleMDX({
    source,
    mdxOptions: (options) => ({
      ...options,
      remarkPlugins: [raw, ...(options.remarkPlugins ?? []), ...articleMdx.remarkPlugins],
    }),
    esbuildOptions: (options) => ({ ...articleMdx.esbuildOptions(options), logLevel: 'silent' }),
  })
  return code
}

/** Compiles a text below three lines of front matter as the article `content/en/wrong.mdx`. */
export function compiledText(text: string): Promise<string> {
  return compiled(`---\ntitle: Wrong\n---\n${text}`, 'en/wrong.mdx')
}
