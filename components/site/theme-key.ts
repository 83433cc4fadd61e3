/** Where the reader's choice of theme is kept; absent means "as the system". */
export const THEME_KEY = 'lost-writes:theme'
