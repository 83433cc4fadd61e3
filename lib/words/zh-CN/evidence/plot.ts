import type * as english from '../../en/evidence/plot'

/** “5.48～6.31 秒”：单位只写一次。 */
const withoutUnit = (least: string, most: string): string =>
  least.endsWith(' 秒') && most.endsWith(' 秒') ? least.slice(0, -2) : least

export const plot: typeof english.plot = {
  key: '怎么看图',
  keyReal: '一次真机运行',
  keySimulated: '模拟结果的分布，越高次数越多',
  keyAllowed: '真机结果的允许范围：模拟的范围加容差',
  time: (milliseconds, digits) => `${(milliseconds / 1000).toFixed(digits)} 秒`,
  seconds: (text) => `${text} 秒`,
  range: (least, most) => (least === most ? least : `${withoutUnit(least, most)}～${most}`),
  real: '真机',
  simulated: '模拟',
  tolerance: (text) => `± ${text}`,
  alternative: (label, real, simulated, tolerance, agrees) =>
    `${label}。真机：${real}。模拟：${simulated}，容差 ${tolerance}。${agrees ? '一致。' : '不一致。'}`,
  nothing: '无',
}
