import { version } from '../package.json'

/** What this build was made from: the version, and the commit where there is one. */
export const release = [version, process.env.COMMIT].filter(Boolean).join(' · ')
