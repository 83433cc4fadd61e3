import { expect, test } from 'vitest'
import { printFigure } from './print-figure'

test.each([
  [2887, 'count', '2,887', '2,887'],
  [12.5, 'percent', '12.5%', '12.5%'],
  [28990.9, 'time', '29.0 s', '29.0 秒'],
  [400, 'time', '0.4 s', '0.4 秒'],
  [22_640, 'span', '22.6 s', '22.6 秒'],
  [79.6, 'span', '80 ms', '80 毫秒'],
] as const)('%s as a %s', (value, kind, english, chinese) => {
  expect(printFigure(value, kind, 'en')).toBe(english)
  expect(printFigure(value, kind, 'zh-CN')).toBe(chinese)
})
