import type * as english from '../en/site'

export const site: typeof english.site = {
  tagline: 'Redis 返回了 OK，数据却丢了',
  description:
    'Redis 主从切换、脑裂时，已经返回 OK 的数据是怎么丢的；min-replicas-to-write、WAIT 这些手段到底管什么、代价多大。演示都在浏览器里现场模拟，并与真机逐项对照。',
  home: {
    cast: '`r1`、`r2`、`r3` 是 Redis 服务器，一主（master）两从（slave，现称 replica）；`s1`、`s2`、`s3` 是监视它们的哨兵（Sentinel）；`c1` 是写入的客户端。这次什么都没坏，只是网络断了一阵又恢复。',
    newWords: '这几个词的意思：',
    instant: '第 ',
    moments: [
      { code: 'split', text: '`r1` 和 `c1` 与其余各方断开，`r1` 照样返回 `OK`。' },
      { code: 'promoted', text: '哨兵提升 `r3` 为主，却没法告诉 `r1`，也没法告诉 `c1`。' },
      { code: 'heal', text: '网络恢复。`c1` 还在往 `r1` 写，读到的还是 `OK`。' },
      { code: 'erased', text: '`r1` 已经降为从节点，从 `r3` 全量同步，断网以来收下的写入全部被清除。' },
    ],
    noTrouble: '还没出事？',
    answer: '`OK` 只说明主节点的内存里有了这次写入；主从切换之后的新主有没有，`OK` 不管。',
  },
  skipLink: '跳到正文',
  toHome: 'Lost Writes 首页',
  articles: '文章',
  groups: {
    loss: '数据是怎么丢的',
    limits: '怎样少丢，代价是什么',
    operations: '部署、切换与客户端',
    comparisons: '和别的系统对比，以及常见的说法',
    reference: '查阅',
  },
  faq: '常见问题',
  howWeKnow: '验证方法',
  mainNavigation: '主导航',
  theme: { system: '主题：跟随系统', light: '主题：浅色', dark: '主题：深色' },
  minutes: (minutes: number) => `约 ${minutes} 分钟`,
  published: '发布于',
  updated: '更新于',
  checkedAgainst: (versions: string) => `对照 Redis ${versions} 核实`,
  date: (iso: string) =>
    new Intl.DateTimeFormat('zh-CN', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
      .format(new Date(iso))
      .replace(/\d+/g, ' $& ')
      .trim(),
  contents: '本页内容',
  linkTo: (heading: string) => `“${heading}”的链接`,
  linkCopied: '链接已复制',
  copy: '复制',
  copied: '已复制',
  copyFailed: '请手动复制',
  note: '说明',
  pitfall: '常见误区',
  chip: {
    moment: (number: number, time: string) => `第 ${number} 个时刻，第 ${time}：在演示中查看`,
    instant: (time: string) => `第 ${time}：在演示中查看`,
  },
  closing: { versions: '适用版本', sources: '参考资料' },
  previous: '上一篇',
  next: '下一篇',
  otherArticles: '其他文章',
  footer: {
    what: '演示在你的浏览器里模拟 Redis、哨兵（Sentinel）、MySQL 和抢锁的客户端，每次结果都一样。文中的数字出自这样的模拟，或出自真机实测（都链接到记录），或出自文中注明的资料。',
    notAffiliated: '本站与 Redis Ltd. 无关。Redis 是 Redis Ltd. 的商标。',
    space: '',
    notModelled: '哪些没有模拟',
    licence: '开源（MIT 许可证）。页面不发送任何外部请求。',
  },
  number: (value: number) => value.toLocaleString('zh-CN'),
  seconds: (value: string) => `${value} 秒`,
  milliseconds: (value: number) => `${value} 毫秒`,
  moved: {
    title: '本页已搬到新地址',
    text: '旧地址的链接一直有效。',
    link: '前往新地址',
  },
  readHere: '阅读中文版',
  notFound: {
    title: '这个地址没有页面',
    text: '可能是地址写错了，也可能页面已经搬走。',
    home: '查看文章',
    nearest: '你要找的可能是',
    allPages: '全部页面',
  },
}
