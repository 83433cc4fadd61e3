import type * as english from '../en/guide'

const questions: (typeof english.guide)['questions'] = {
  replicas: {
    ask: '主节点带几个从节点？',
    answers: {
      one: () => ({ label: '一个', hint: '要么它一挂就停写，要么主节点被隔离也不停写。' }),
      two: () => ({ label: '两个', hint: '可以挂一个从节点，写入不停。' }),
      three: () => ({ label: '三个', hint: '可以挂一个，仍要求另外两个在线。' }),
    },
  },
  worse: {
    ask: '哪一样更不能接受？',
    answers: {
      refused: () => ({ label: '写入被拒绝', hint: '少一个从节点，写入照常。' }),
      lost: () => ({ label: '数据丢失', hint: '少任何一个从节点，写入就停。' }),
    },
  },
  wait: {
    ask: '对绝不能丢的写入，客户端能等从节点确认吗？',
    answers: {
      no: () => ({ label: '不能', hint: '客户端知道的只有 `OK`。' }),
      yes: () => ({ label: '能，用 WAIT', hint: '每等一次多一个 RTT；少一个从节点时，要等满超时。' }),
    },
  },
  failover: {
    ask: '主节点失联以后，多久之内要切换完、恢复写入？',
    answers: {
      quick: (seconds) => ({ label: `${seconds}左右`, hint: '同一个稳定的内网；短暂的卡顿也会被当成宕机。' }),
      usual: (seconds) => ({ label: `${seconds}左右`, hint: '多数网络。' }),
      patient: (seconds) => ({ label: `${seconds}左右`, hint: '机器或链路偶尔会卡上几秒。' }),
    },
  },
  power: {
    ask: '所有节点会不会同时断电？',
    answers: {
      no: () => ({ label: '不会', hint: '或者能接受断电时丢掉最后一两秒。' }),
      yes: () => ({ label: '会', hint: '写入要等刷盘：用 WAIT 时只等关键的，否则每次都等。' }),
    },
  },
}

export const guide: typeof english.guide = {
  questions,
  faults: {
    crash: '主节点宕机',
    'slow-link': '主节点宕机，复制延迟 100 毫秒',
    'cut-off': '脑裂：主节点和一个客户端被隔离',
    frozen: '主节点假死，之后恢复',
    'replica-lost': '先挂一个从节点，主节点再被隔离',
    hole: '脑裂：主节点被隔离，从节点只剩一个在另一侧',
  },
  address: '这份配置的地址：',
  losesTitle: '丢多少，拒绝多少',
  clientsTitle: '客户端怎么做',
  columns: {
    fault: '故障',
    lost: '返回过 OK 却丢了',
    refused: '被拒绝',
    stopped: '停写时长',
  },
  lost: (lost, of) => ({ lost: `${lost} 次`, of: `共 ${of} 次` }),
  confirmedLost: (lost, of) => ({ lost: `${lost} 次`, of: `从节点已确认的共 ${of} 次` }),
  unconfirmedLost: (lost) => `另有 ${lost} 次未确认`,
  atLeast: (time) => `${time}以上`,
  runs: ({ perSecond, lasts }) =>
    `数字出自构建本页时跑的模拟。两个客户端各自每秒写入 ${perSecond} 次：主节点被隔离时，一个和它在一起，另一个和哨兵在一起，最后一列说的是后者。“被拒绝”包括返回错误的，也包括找不到主节点、没发出去的。每种故障持续 ${lasts}；挂掉的从节点要等其余各方都恢复以后才回来。`,
  clients: {
    ask: '向哨兵查询主节点地址；收到 `READONLY`、连接断开或者超时，都重新查询。',
    timeOut: (time) => `每个请求都设 ${time}超时。没有超时的客户端会一直等着假死的主节点，等它恢复后继续往它上面写。`,
    retry: '收到 `NOREPLICAS`，或者连不上，说明写入没有执行，稍后重试即可。超时则不知道执行了没有：只有幂等的写入才能重试。',
    unconfirmed: '哪些写入丢了，客户端无从得知。绝不能丢的数据，在别处也要存一份。',
    wait: (command) =>
      `对绝不能丢的写入，紧跟着在同一条连接上发 \`${command}\`，并且检查返回值。返回值不够，不等于写入失败：它可能还在，也可能丢。`,
    version: '`WAITAOF` 连刷盘一起等，需要 Redis 7.2。',
    links: { clients: '七种客户端的超时与重试', wait: 'WAIT 到底保证什么', waitaof: 'WAITAOF 防得住哪些故障' },
  },
  gates: {
    title: '要求几个从节点在线，各丢多少',
    choice: '配置',
    choices: {
      one: { refused: '一个从节点，不停写', lost: '一个从节点，宁可停写' },
      two: { refused: '两个从节点，不停写', lost: '两个从节点，宁可停写' },
      three: { refused: '三个从节点，不停写', lost: '三个从节点，宁可停写' },
    },
  },
}
