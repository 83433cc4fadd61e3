// How every command ends: what someone can mend is one sentence and an exit code; a stack trace is left to defects of our own.
import { tell } from './terminal.mjs'

/** Something outside the program is not as it must be. The message is one sentence: what, where, what was expected. */
export class Failure extends Error {
  exitCode = 1
}

/** Something is wrong with what was asked for. */
export class BadInput extends Failure {
  exitCode = 2
}

/** What the operating system says, in words. */
const SYSTEM_ERRORS = {
  EACCES: 'not allowed for this user',
  EBUSY: 'in use by something else',
  EDQUOT: 'the quota of the disk is used up',
  EEXIST: 'already there',
  EISDIR: 'a directory, where a file was expected',
  ELOOP: 'a symbolic link that leads back to itself',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'not there',
  ENOSPC: 'no space left',
  ENOTDIR: 'a file, where a directory was expected',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  EXDEV: 'on another file system',
}

/**
 * The sentence of an error that has its cause outside the program, or null: then it is a defect.
 * @param {unknown} error
 * @returns {string | null}
 */
export function sentenceOf(error) {
  if (error instanceof Failure) return error.message
  if (!(error instanceof Error) || !('syscall' in error)) return null
  const said = SYSTEM_ERRORS[error.code]
  const subject = error.path ?? (error.syscall === 'write' ? 'what is printed' : 'the system')
  return said === undefined ? null : `${subject}: ${said} (${error.code} at ${error.syscall})`
}

/**
 * Does the work of a command. A reader of its output such as `head` may leave early; that is no error.
 * @param {() => unknown} work
 */
export async function orderly(work) {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', end)
  try {
    await work()
  } catch (error) {
    end(error)
  }
}

function end(error) {
  if (error.code === 'EPIPE') process.exit()
  const sentence = sentenceOf(error)
  if (sentence === null) throw error
  tell(sentence)
  process.exit(error.exitCode ?? 1)
}
