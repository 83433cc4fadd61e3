import type * as english from '../../en/demo/links'

export const links: typeof english.links = {
  asBuilt: (why) => `链接${why}，这里显示的是本页原来的演示。`,
  unreadable: {
    malformed: (part) => `里的“${part}”无法识别`,
    twice: (key) => `里“${key}”出现了两次`,
    'unknown-key': (key) => `里的“${key}”不是演示的配置项`,
    later: '需要本站更新的版本才能打开',
    'too-long': '超过了 512 个字符',
  },
  impossible: {
    noSetting: (label) => `设置了 ${label}，它在这个场景里不起作用`,
    refused: (setting, range) =>
      range === null ? `要求 ${setting}，这个场景用这个值跑不起来` : `要求 ${setting}，超出了 ${range.trimEnd()} 的范围`,
    noTab: (tab) => `要打开的“${tab}”在这个演示里没有`,
    noMoment: (moment) => `指向的时刻“${moment}”在这次模拟里没有发生`,
    noWrite: (write) => `要跟踪的第 ${write} 次写入在这次模拟里没有`,
    beyond: (instant, end) => `指向${instant}，而模拟到${end}就结束了`,
  },
  drift: {
    outcome: '生成这个链接以后，同样的模拟结果变了；这里显示的是现在的结果。',
    kernel: (then, now) => `这个链接是用第 ${then} 版模拟程序生成的；这里用第 ${now} 版，结果相同。`,
    both: (then, now) => `这个链接是用第 ${then} 版模拟程序生成的，当时结果不同；这里显示的是第 ${now} 版的结果。`,
  },
  withoutControl: (setting) => `链接还设置了 ${setting}，这个演示没有对应的控件。`,
  tooLong: '当前状态太长，放不进链接，地址栏里没有它。',
  missing: (name) => `链接里的演示“${name}”不在本页。`,
  space: '',
}
