import { ABSOLUTE, type Script } from './scripts'

/** `SET name value NX PX ttl` (L1). */
export const setNx: Script = ({ key, name, owner, ttl, now }) =>
  key !== null
    ? { reply: null }
    : { reply: 'OK', left: { key: { owner, count: 1, until: now + ttl }, commands: [['SET', name, owner, 'PXAT', ABSOLUTE]] } }

/** If the value is one's own, `DEL` (L2). */
export const release: Script = ({ key, name, owner }) =>
  key?.owner === owner ? { reply: 1, left: { key: null, commands: [['DEL', name]] } } : { reply: 0 }
