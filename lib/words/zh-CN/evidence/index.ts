import type { EvidenceWords } from '../../en/evidence'
import { say, strong } from '../../phrase'
import { number } from '../counted'
import { entry, setUp } from './entry'
import { finding } from './finding'
import { factWords, quantities } from './labels'
import { commands, howManyRuns, method, runIt, terms } from './method'
import { notModelled, notModelledLede } from './not-modelled'
import { plot } from './plot'
import { subjectPage, subjects } from './subjects'

/** “验证方法”各页的文字。 */
export const evidence: EvidenceWords = {
  title: '验证方法',
  lede: '本站的每个场景，既模拟，也在真实的服务器（下称真机）上跑。两边的结果都在这里。',
  description:
    '真实的 redis-server、redis-sentinel、mysqld 与驱动演示的模拟器并排对照：判定结果逐条比，时间和计数画在同一根轴上；还有哪些没有模拟。',
  sections: {
    method: '比了什么，怎么比',
    counted: '每个词数的是什么',
    scenarios: '逐个场景',
    'not-modelled': '没有模拟的部分',
    'run-the-lab': '自己跑一遍',
  },
  method,
  counted: terms,
  howManyRuns,
  notModelledLede,
  notModelled,
  runIt,
  commands,
  subjects,
  subjectPage,
  otherSubjects: '其他主题',
  summary: {
    agree: (scenarios, real) =>
      say`${strong(`${number(scenarios)} 个场景，真机上跑了 ${number(real)} 次：每一项判定结果，模拟都与真机一致。`)}`,
    disagree: (scenarios, real, odd) =>
      say`${strong(`${number(scenarios)} 个场景，真机上跑了 ${number(real)} 次：有 ${number(odd)} 项判定结果，模拟与真机不一致。`)}`,
    decided: '判定一致',
    ranges: '时间与计数在容差内',
    of: (agree, all) => `${number(agree)} / ${number(all)}`,
    simulated: '模拟次数',
    server: '服务器',
    system: '操作系统',
    recorded: '实测日期',
    dates: (first, last) => (first === last ? first : `${first}至${last}`),
    number,
    unrecorded: (count) => `还有 ${number(count)} 个场景没有实测。`,
    changed: (count) => `有 ${number(count)} 个场景在实测之后改过。`,
  },
  index: '场景',
  marks: { agree: '一致', disagree: '不一致', none: '未实测' },
  finding,
  entry,
  setUp,
  plot,
  measured: {
    range: (least, most) => (least === most ? least : `${least}～${most}`),
    seconds: (range) => `${range} 秒`,
    source: (title, real, server) => `${server} 真机 ${number(real)} 次：${title}`,
  },
  quantities,
  ...factWords,
}
