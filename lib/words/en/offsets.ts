import { counted, number } from './counted'

/** Two histories, where an old primary asks to continue its own. Counts are bytes of the replication stream, but for `lost`: writes. */
export const offsets = {
  caption: (old: string, heir: string) => `What ${old} and ${heir} have, in bytes of the replication stream since the run began`,
  both: (last: number) => `both have it: up to byte ${number(last)}`,
  old: (old: string, bytes: number, lost: number) => {
    const writes = lost === 0 ? 'no client’s write among them' : `${counted(lost, 'acknowledged write')} among them, all lost`
    return `only ${old} has it: ${counted(bytes, 'byte')}, ${writes}`
  },
  heir: (heir: string, bytes: number) => `only ${heir} has it: ${counted(bytes, 'byte')}`,
  asked: (old: string, heir: string, from: number, limit: number) =>
    `${old} asks for the stream from byte ${number(from)} on. ${heir} can continue the old history only from byte ${number(limit)} or before: its second_repl_offset.`,
}
