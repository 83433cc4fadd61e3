import { defineDocumentType, makeSource } from 'contentlayer/source-files'
import { articleMdx } from './lib/content/article-mdx'
import { GROUPS } from './lib/content/groups'
import { headingsOf } from './lib/content/heading'
import { readingMinutes } from './lib/content/reading-time'
import { TAGS } from './lib/content/tags'

const Article = defineDocumentType(() => ({
  name: 'Article',
  filePathPattern: '*/*.mdx',
  contentType: 'mdx',
  fields: {
    title: { type: 'string', required: true },
    answer: { type: 'string', required: true },
    description: { type: 'string', required: true },
    group: { type: 'enum', options: GROUPS, required: true },
    tags: { type: 'list', of: { type: 'enum', options: TAGS }, required: true },
    order: { type: 'number', required: true },
    published: { type: 'date', required: true },
    updated: { type: 'date', required: true },
  },
  computedFields: {
    locale: { type: 'string', resolve: (article) => article._raw.sourceFileDir },
    slug: { type: 'string', resolve: (article) => article._raw.sourceFileName.replace(/\.mdx$/, '') },
    minutes: { type: 'number', resolve: (article) => readingMinutes(article.body.raw) },
    headings: { type: 'json', resolve: (article) => headingsOf(article.body.raw) },
  },
}))

export default makeSource({
  contentDirPath: 'content',
  contentDirInclude: ['en', 'zh-CN'],
  documentTypes: [Article],
  disableImportAliasWarning: true,
  onUnknownDocuments: 'fail',
  onMissingOrIncompatibleData: 'fail',
  onExtraFieldData: 'fail',
  mdx: articleMdx,
})
