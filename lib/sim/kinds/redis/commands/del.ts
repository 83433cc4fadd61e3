import { MANY } from '../../command-form'
import { changing, lastOf, unchanged, type WriteCommand, type WriteForm } from './values'

/** `DEL key …` (`db.c:delGenericCommand`): one change for each key that was there; none, and no byte, where none was (R11). */
export const DEL: WriteCommand = {
  effect(look, names) {
    const { keys, removed } = look()
    const gone = new Set(names.filter((name) => keys.has(name))).size
    return gone > 0 ? changing(gone, gone) : unchanged(0, lastOf(removed, names))
  },
  apply({ keys, removed }, { args, write }) {
    for (const name of args) {
      if (!keys.delete(name)) continue
      // What was removed last stands last.
      removed.delete(name)
      removed.set(name, write)
    }
  },
}

export const DEL_FORM: WriteForm = {
  usage: 'DEL key …',
  min: 1,
  max: MANY,
  examples: ['DEL w:{i}', 'DEL n', 'DEL s l typed'],
  // What is not there does not tell whether it was removed or never written.
  leaves: null,
}
