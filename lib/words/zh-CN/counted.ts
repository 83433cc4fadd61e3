import { grouped } from '../grouped'

export { grouped as number }
export const times = (count: number): string => `${grouped(count)} 次`
