import type * as english from '../../en/demo/still'

export const still: typeof english.still = {
  noScript: '打开 JavaScript 之后，这张图可以播放、单步，也可以改配置。',
  failed: '模拟器没能加载。图里是构建时跑出来的结果。',
  proof: '同一场景在真实的服务器上也跑过，结果与模拟并列。',
  compare: '真机对照',
  compareSide: (side) => `真机对照：${side}`,
}
