import type { Fault } from './fault'

/** Every partition and every cut is over. */
export const heal: Fault<{ readonly heal: true }> = {
  needs: null,
  leaves: null,
  read: (field) => (field.value === true ? { heal: true } : field.expect('true')),
}
