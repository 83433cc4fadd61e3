import type { Group } from '@/lib/content/groups'
import type { Tag } from '@/lib/content/tags'
import type { MomentCode } from '@/lib/reading/story/moment'

/** Words of the site around the articles. */
export const site = {
  tagline: 'How Redis loses writes it said OK to',
  description:
    'How Redis loses writes it had acknowledged, what the settings against it really do, and what they cost. The demos are simulations that run in your browser, checked against real servers.',
  /** The run at the head of the home page, in words; `backticks` mark code. */
  home: {
    cast: '`r1`, `r2` and `r3` are Redis servers: a primary and its two replicas. `s1`, `s2` and `s3` are the sentinels that watch them, and `c1` is a client that writes. In this run nothing breaks but the network, and the network heals.',
    /** Before terms that explain themselves. */
    newWords: 'New words?',
    /** Before a point in time. */
    instant: '',
    moments: [
      { code: 'split', text: '`r1` and `c1` are cut off from everyone else. `r1` goes on answering `OK`.' },
      { code: 'promoted', text: 'The sentinels promote `r3`. They have no way to tell `r1` or `c1`.' },
      { code: 'heal', text: 'The network heals. `c1` still writes to `r1`, and still reads `OK`.' },
      { code: 'erased', text: '`r1`, now a replica, copies all data from `r3`. What it had accepted since the cut is erased.' },
    ] satisfies readonly { code: MomentCode; text: string }[],
    /** Before the way to the settings. */
    noTrouble: 'No trouble yet?',
    answer: 'An `OK` says that one server has the write in memory. It says nothing about the next primary.',
  },
  skipLink: 'Skip to the text',
  toHome: 'Lost Writes, home',
  articles: 'Articles',
  groups: {
    loss: 'How writes are lost',
    limits: 'What limits the loss, and what it costs',
    operations: 'Running it without losing more',
    comparisons: 'Beside other systems, and what is often said',
    reference: 'Reference',
  } satisfies Readonly<Record<Group, string>>,
  tags: {
    failover: 'Failover',
    'split-brain': 'Split brain',
    sentinel: 'Sentinel',
    replication: 'Replication',
    'min-replicas': 'min-replicas-to-write',
    wait: 'WAIT and WAITAOF',
    persistence: 'Persistence',
    locks: 'Locks',
    mysql: 'MySQL semi-sync',
    clients: 'Clients',
  } satisfies Readonly<Record<Tag, string>>,
  /** Before the tags. */
  bySubject: 'By subject:',
  /** Of a tag’s page: how many articles there are about it. */
  taggedArticles: (tag: string, count: number) => `${count} articles about ${tag}, in their reading order.`,
  /** Before the names of the formats. */
  feeds: 'New and changed articles as a feed:',

  editPage: 'Edit this page',
  faq: 'FAQ',
  howWeKnow: 'How we know',
  mainNavigation: 'Main',
  search: { label: 'Search', failed: 'Search could not be loaded. Reload the page to try again.' },
  theme: { system: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark' },
  minutes: (minutes: number) => `${minutes} min read`,
  published: 'Published',
  updated: 'Updated',
  /** `servers`: such as `Redis 7.0.15`, perhaps several; `date`: when real servers were last recorded, as it is printed. */
  checkedAgainst: (servers: readonly string[], date: string) => `Checked against ${servers.join(', ')} on ${date}`,
  date: (iso: string) =>
    new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(iso)),
  contents: 'On this page',
  linkTo: (heading: string) => `Link to “${heading}”`,
  copy: 'Copy',
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
    what: 'The demos simulate Redis, Sentinel, MySQL and clients that take locks in your browser, with the same result each time. Figures in the text come from such runs, from recordings of real servers (each links to its own), or from a source named beside them.',
    notAffiliated: 'Not affiliated with Redis Ltd. Redis is a trademark of Redis Ltd.',
    /** Between two sentences. */
    space: ' ',
    notModelled: 'What is not modelled',
    licence: 'Free software under the MIT licence. Nothing here phones home.',
  },
  number: (value: number) => value.toLocaleString('en-US'),
  seconds: (value: string) => `${value} s`,
  milliseconds: (value: number) => `${value} ms`,
  moved: {
    title: 'This page has moved',
    text: 'Links to its old address go on working.',
    link: 'To its new address',
  },
  /** Of a short link, in each language. */
  readHere: 'Read it in English',
  notFound: {
    title: 'There is no page at this address',
    text: 'It may have been mistyped, or the page may have moved.',
    home: 'To the articles',
    nearest: 'Perhaps you meant',
    allPages: 'All pages',
  },
}
