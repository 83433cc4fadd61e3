import type { Death } from '@/lib/commits/scenario'

/** What nobody has to script: a reader chooses a death, and what belongs to it is there. Under the name of its button. */
export const BUTTONS = {
  never: 'dies-never',
  unwritten: 'dies-unwritten',
  sent: 'dies-sent',
  relayed: 'dies-relayed',
  applied: 'dies-applied',
  answered: 'dies-answered',
} as const satisfies Readonly<Record<Death | 'never', string>>

/** Shown while that death is chosen. */
export const SHOWN_AT_DEATH = {
  never: 'hidden group-has-[#dies-never:checked]/commits:block',
  unwritten: 'hidden group-has-[#dies-unwritten:checked]/commits:block',
  sent: 'hidden group-has-[#dies-sent:checked]/commits:block',
  relayed: 'hidden group-has-[#dies-relayed:checked]/commits:block',
  applied: 'hidden group-has-[#dies-applied:checked]/commits:block',
  answered: 'hidden group-has-[#dies-answered:checked]/commits:block',
} as const satisfies Readonly<Record<Death | 'never', string>>
