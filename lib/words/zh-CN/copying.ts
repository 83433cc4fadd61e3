import type * as english from '../en/copying'

export const copying: typeof english.copying = {
  menu: '复制这个链接',
  forms: {
    titled: '带标题的链接（飞书、语雀、Confluence、Notion、SharePoint）',
    markdown: 'Markdown',
    confluence: 'Confluence 标记',
    address: '只要网址',
  },
  done: {
    titled: '已复制为带标题的链接，也可以选别的格式：',
    markdown: '已复制为 Markdown。',
    confluence: '已复制为 Confluence 标记。',
    address: '已复制网址。',
  },
  embed: '嵌入这个演示（HTML）',
  embedDone: '已复制为 iframe。',
  failed: '浏览器不允许本页复制，请手动复制：',
  more: '怎样链接和嵌入',
  copied: '已复制',
  byHand: '请手动复制',
  source: (url) => `# 出处：${url}`,
}
