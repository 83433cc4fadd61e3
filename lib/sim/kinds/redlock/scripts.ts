import { ABSOLUTE, type Script, type Scripts } from '../lock/scripts'
import { release, setNx } from '../lock/set-scripts'

/** If the value is one's own, `SET` again (L29). */
const extend: Script = ({ key, name, owner, ttl, now }) =>
  key?.owner === owner
    ? { reply: 1, left: { key: { ...key, until: now + ttl }, commands: [['SET', name, owner, 'PXAT', ABSOLUTE]] } }
    : { reply: 0 }

export const SCRIPTS: Scripts = { 'set-nx': setNx, release, extend }
