/** What is said around a figure on another site. */
export const embed = {
  loading: 'The simulation is being loaded.',
  /** What is told of the run where it can't be played. */
  told: 'What happens, moment by moment',
  /** Before the link to the section that explains the figure. */
  from: 'Explained in',
  /** Of a parameter of the address. `{value}` is replaced where it is read. */
  unknown: {
    theme: 'theme={value} means nothing here: it is light or dark. You see the theme of your system.',
    lang: (known: readonly string[]) =>
      `lang={value} means nothing here: it is ${known.join(' or ')}. You see the page in English.`,
  },
}
