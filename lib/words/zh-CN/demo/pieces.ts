// 几处句子共用的片段。
import { host, type Phrase, say } from '../../phrase'

export const seconds = (micros: number, digits = 1): string => `${(micros / 1_000_000).toFixed(digits)} 秒`

/** 时刻。不带“第”的“18.2 秒”读起来是时长。 */
export const instant = (micros: number, digits = 1): string => `第 ${seconds(micros, digits)}`

/** `r1`、`r1 和 c1`、`r1、r2 和 c1`. */
export function list(names: readonly string[]): Phrase {
  return names.flatMap((name, index) => {
    const before = index === 0 ? '' : index === names.length - 1 ? ' 和 ' : '、'
    return say`${before}${host(name)}`
  })
}
