import type { Script, Scripts } from '../lock/scripts'
import { release, set, setNx } from '../lock/set-scripts'

/** If the value is one's own, `SET` again (L29). */
const extend: Script = (found) => (found.key?.owner === found.owner ? set(found, 1) : { reply: 0 })

export const SCRIPTS: Scripts = { 'set-nx': setNx, release, extend }
