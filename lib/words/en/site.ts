/** Words of the site around the articles. */
export const site = {
  tagline: 'How Redis loses writes it said OK to',
  description:
    'Articles that explain how Redis loses writes it had acknowledged, what the settings against it really do, and what they cost. The demos are simulations that run in your browser, held against real servers.',
  skipLink: 'Skip to the text',
  home: 'Lost Writes, home',
  articles: 'Articles',
  howWeKnow: 'How we know',
  mainNavigation: 'Main',
  theme: { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
  minutes: (minutes: number) => `${minutes} min read`,
  published: 'Published',
  updated: 'Updated',
  checkedAgainst: (versions: string) => `Checked against Redis ${versions}`,
  date: (iso: string) =>
    new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(iso)),
  contents: 'On this page',
  linkTo: (heading: string) => `Link to “${heading}”`,
  linkCopied: 'Link copied',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Press Ctrl+C',
  note: 'Note',
  pitfall: 'Pitfall',
  /** What a time in the prose does when it is pressed. `time`: as it is printed. */
  chip: {
    moment: (number: number, time: string) => `moment ${number}, at ${time}: show it in the demo`,
    instant: (time: string) => `at ${time}: show it in the demo`,
  },
  closing: { versions: 'Versions', sources: 'Sources' },
  previous: 'Previous',
  next: 'Next',
  otherArticles: 'More articles',
  footer: {
    what: 'The demos simulate Redis and Sentinel in your browser, with the same result each time. Figures in the text come from such runs, from recorded runs of real servers, to which they link, or from the source that is named beside them.',
    notAffiliated: 'Not affiliated with Redis Ltd. Redis is a trademark of Redis Ltd.',
    /** Between two sentences. */
    space: ' ',
    notModelled: 'What is not modelled',
    licence: 'Free software under the MIT licence. Nothing here calls home.',
  },
  number: (value: number) => value.toLocaleString('en-US'),
  seconds: (value: string) => `${value} s`,
  milliseconds: (value: number) => `${value} ms`,
  notFound: {
    title: 'There is no page at this address',
    text: 'It may have been mistyped, or the page may have moved.',
    home: 'To the articles',
  },
}
