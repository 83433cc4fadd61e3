export const number = (value: number): string => value.toLocaleString('zh-CN')
export const times = (count: number): string => `${number(count)} 次`
