import type * as english from '../../en/demo/stage'
import { host, say } from '../../phrase'
import { seconds } from './pieces'

export const stage: typeof english.stage = {
  letters: { primary: 'P', replica: 'R', sentinel: 'S', client: 'C' },
  roles: { primary: '主节点', replica: '从节点', sentinel: '哨兵', client: '客户端' },
  says: (primary) => say`认 ${host(primary)} 为主`,
  suspects: (primary) => say`疑 ${host(primary)} 下线`,
  dead: '已死',
  frozen: '冻住',
  refuses: '拒绝写入',
  answersOk: '返回 OK',
  noAnswer: '没有回应',
  noConnection: '没有连接',
  at: (micros) => `${seconds(micros)}时`,
  caption: '消息画得比实际走得慢。',
}
