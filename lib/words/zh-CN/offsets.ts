import type { en as english } from '../en'
import { number, times } from './counted'

export const offsets: (typeof english)['offsets'] = {
  caption: (old, heir) => `${old} 和 ${heir} 各自有什么：这次实验开始以来的复制流，按字节`,
  both: (last) => `两边都有：到第 ${number(last)} 字节为止`,
  old: (old, bytes, lost) =>
    `只有 ${old} 有：${number(bytes)} 字节，${lost === 0 ? '其中没有一次客户端写入' : `其中 ${times(lost)}返回过 OK 的写入，全部丢失`}`,
  heir: (heir, bytes) => `只有 ${heir} 有：${number(bytes)} 字节`,
  asked: (old, heir, from, limit) =>
    `${old} 请求从第 ${number(from)} 字节接着传；旧的那段历史，${heir} 最多只能从第 ${number(limit)} 字节（second_repl_offset）接上。`,
}
