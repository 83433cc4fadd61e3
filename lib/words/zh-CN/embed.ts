import type * as english from '../en/embed'

export const embed: typeof english.embed = {
  loading: '正在加载模拟器。',
  told: '逐个时刻说清发生了什么',
  from: '详解见',
  unknown: {
    theme: '不认识 theme={value}：可选 light 或 dark。现按系统的深浅色显示。',
    lang: (known) => `不认识 lang={value}：可选 ${known.join('、')}。现显示中文版。`,
  },
}
