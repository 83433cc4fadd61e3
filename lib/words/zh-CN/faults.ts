import type * as english from '../en/faults'
import { host, say } from '../phrase'

export const done: typeof english.done = {
  partition: ({ partition }) => `断开 ${partition.map((group) => group.join(' ')).join(' | ')}`,
  cut: ({ cut: { from, to } }) => `单向断开 ${from} → ${to}`,
  heal: () => '网络恢复',
  slow: ({ slow: { between, latencyMs } }) => `${between.join('–')} 延迟变为 ${latencyMs} 毫秒`,
  kill: ({ kill }) => `kill ${kill}`,
  powerOff: ({ powerOff }) => `${powerOff} 断电`,
  start: ({ start }) => `启动 ${start}`,
  pause: ({ pause }) => `挂起 ${pause}`,
  resume: ({ resume }) => `恢复 ${resume}`,
  run: ({ run: { on, command } }) => `${on}> ${command}`,
}

export const told: typeof english.told = {
  cut: ({ from, to }) => say`${host(from)} 到 ${host(to)} 方向不通，反方向正常。`,
  slow: ({ between: [one, other], latencyMs }) =>
    say`从这一刻起，${host(one)} 与 ${host(other)} 之间的单向延迟是 ${latencyMs} 毫秒。`,
}
