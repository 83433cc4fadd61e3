// What only scenarios with locks have, as one file: on a page they come together.
export { lock } from './lock/kind'
export { redisson } from './redisson/kind'
export { redlock } from './redlock/kind'
export { resource } from './resource/kind'
