import type * as english from '../../en/demo/logged'
import { host, say } from '../../phrase'
import { list } from './pieces'

export const logged: typeof english.logged = {
  partition: ({ groups }) => say`网络断开：${groups.flatMap((part, index) => say`${index === 0 ? '' : ' | '}${list(part)}`)}`,
  cut: ({ from, to }) => say`${host(from)} 到 ${host(to)} 单向不通。`,
  heal: () => say`网络恢复。`,
  slow: ({ between: [one, other], latencyMs }) => say`${host(one)} 与 ${host(other)} 之间的单向延迟变为 ${latencyMs} 毫秒。`,
}
