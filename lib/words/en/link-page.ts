/** The page that tells how to link to this site; `backticks` mark code. The ids of its sections are addresses. */
export const linkPage = {
  title: 'Link and embed',
  description:
    'How to link from a wiki to a section or to what a demo shows, what to paste where, and what such a link promises.',
  lede: 'Every section has an address, and so has everything a demo can show: its settings, its seed, its moment. One paste puts it into your wiki.',
  example: (title: string) => `${title}: with min-replicas-to-write 1`,
  sections: {
    places: {
      title: 'A section, a term, a demo',
      text: [
        'Point at a heading, or reach it with the Tab key, and press the `#` beside it. The page goes there, and a titled link is on your clipboard; the menu below has its other forms. In the head of a demo, `Link` does the same. The address of a section:',
        'Headings, terms, symptoms and demos keep their ids in both languages: put `zh-CN` in the place of `en` to lead readers of Chinese to the same place.',
      ],
    },
    demos: {
      title: 'What a demo shows',
      text: [
        'Move a setting, draw another seed, step to a moment, open a tab: the address bar follows, and the browser’s Back button goes back through your steps. Copy the address, or press `Link`. It stays readable, so it can also be written by hand:',
        '`demo` is the demo on the page, then come its settings under their own names, `seed`, `at` (seconds, or the name of a moment), `tab`. `k` is the version of the simulation and `end` a fingerprint of the outcome; leave both out when you write a link by hand. The page scrolls to the demo by itself, so a `#section` can be added to lead elsewhere.',
        'A link that can’t be read, or a setting that the demo doesn’t take, is said in a sentence beside the demo, which then stands as its page has it. Where the simulation has been corrected since and the outcome is another, that is said too, and you see today’s.',
      ],
    },
    wiki: {
      title: 'Into a wiki',
      text: [
        'Confluence, Notion, SharePoint, Feishu and Yuque: place the cursor, paste. Text and address arrive as one titled link. Where only plain text is taken, a terminal or an address bar, the same paste gives the bare address.',
        'Copying works on plain HTTP, too. Where a browser refuses, the text stands selected in a field, ready to be copied by hand.',
      ],
    },
    markup: {
      title: 'Into Markdown, or Confluence’s markup',
      text: [
        'Choose the form in the menu. Markdown for Git, GitLab, Notion, Yuque and Feishu; the other for Confluence’s old editor, its “Insert markup”, and Jira:',
      ],
    },
    embed: {
      title: 'A demo in your own page',
      text: [
        'The demos of named scenarios have pages of their own for frames. They take the same query, and `theme=light` or `dark`; `sandbox="allow-scripts"` is all that they need. The menu of such a demo copies the frame; the script lets it be as high as it has to:',
        'Beside each such page lie a picture of the decisive moment, the run told in text, and an oEmbed description, for wikis that run no frames.',
      ],
    },
    configuration: {
      title: 'A configuration file',
      text: [
        'What you copy of `redis.conf`, `sentinel.conf` or `my.cnf` begins with a comment that says where it comes from: the section, or the demo with the settings that you chose. Whoever finds the line in your repository finds the reasons, too.',
      ],
    },
    promise: {
      title: 'What stays',
      text: [
        'Every address that was ever published goes on to lead to the same thing; the tests of the site fail where one doesn’t. Parameters that a mailer or a wiki adds (`utm_source` and the like) are kept and ignored.',
      ],
    },
  },
}
