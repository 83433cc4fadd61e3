import { ABSOLUTE, type Found, type Outcome, type Script } from './scripts'

/** `SET`, with an absolute end. */
export function set({ name, owner, until }: Found, reply: string | number): Outcome {
  return { reply, key: { owner, count: 1, until }, commands: [['SET', name, owner, 'PXAT', ABSOLUTE]] }
}

/** `SET name value NX PX ttl` (L1). */
export const setNx: Script = (found) => (found.key === null ? set(found, 'OK') : { reply: null })

/** If the value is one's own, `DEL` (L2). */
export const release: Script = ({ key, name, owner }) =>
  key?.owner === owner ? { reply: 1, commands: [['DEL', name]] } : { reply: 0 }
