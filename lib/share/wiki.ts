/** A link as a wiki takes it: an absolute address, and the text that stands for it. */
export interface TitledLink {
  readonly title: string
  readonly url: string
}

/** What is put on the clipboard: whoever pastes takes the richest that he can show. */
export interface Clip {
  readonly text: string
  readonly html?: string
}

/** How a link can be pasted elsewhere. */
export const WIKI_FORMS = {
  /** In Confluence, Notion, SharePoint, Feishu, Yuque and any other field for rich text a titled link; elsewhere its address. */
  titled: ({ title, url }) => ({ text: url, html: `<a href="${escaped(url)}">${escaped(title)}</a>` }),
  markdown: ({ title, url }) => ({ text: `[${title.replace(/[\\[\]`*_<>]/g, '\\$&')}](${url})` }),
  /** The markup that Confluence takes in its editor of old, and Jira in its text. */
  confluence: ({ title, url }) => ({ text: `[${title.replace(/[|[\]{}]/g, '\\$&')}|${url}]` }),
  address: ({ url }) => ({ text: url }),
} as const satisfies Readonly<Record<string, (link: TitledLink) => Clip>>

export type WikiForm = keyof typeof WIKI_FORMS

/** A frame with a demo in it, `url` being that of its embed. */
export function embedded({ title, url }: TitledLink): Clip {
  return {
    text: `<iframe src="${escaped(url)}" title="${escaped(title)}" width="100%" height="720" loading="lazy" sandbox="allow-scripts"></iframe>`,
  }
}

/** What gives each frame of a page the height that its embed tells. */
export const FOLLOW_HEIGHT = `addEventListener('message', ({ data, source }) => {
  if (data?.type !== 'lost-writes:height') return
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.height = data.height
  }
})`

/** A text as it may stand in markup. */
function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (mark) => entities[mark] ?? mark)
}
