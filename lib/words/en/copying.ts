/** What is said where something is copied from a page. */
export const copying = {
  menu: 'Copy this link',
  forms: {
    titled: 'Titled link (Confluence, Notion, SharePoint, Feishu, Yuque)',
    markdown: 'Markdown',
    confluence: 'Confluence markup',
    address: 'Address only',
  },
  done: {
    titled: 'Copied as a titled link. Other forms:',
    markdown: 'Copied as Markdown.',
    confluence: 'Copied as Confluence markup.',
    address: 'Address copied.',
  },
  embed: 'Frame with this demo (HTML)',
  embedDone: 'Copied as an iframe.',
  failed: 'The browser won’t let this page copy. Copy by hand:',
  more: 'How to link and embed',
  copied: 'Copied',
  byHand: 'Copy by hand',
  /** First line of a copied file, as a comment. */
  source: (url: string) => `# from ${url}`,
}
