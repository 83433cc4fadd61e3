/** Marks what an author has still to write, in what `npm run new` makes: it may be built and looked at, but no test lets it through. */
export const PLACEHOLDER = 'TODO'
