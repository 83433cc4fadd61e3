/** The plots of times and counts. */
export const plot = {
  key: 'How to read the plots',
  keyReal: 'a real run',
  keySimulated: 'simulated runs: the higher, the more of them',
  keyAllowed: 'where a real run may lie: the simulated range plus the tolerance',
  time: (milliseconds: number, digits: number) => `${(milliseconds / 1000).toFixed(digits)} s`,
  seconds: (text: string) => `${text} s`,
  range: (least: string, most: string) => (least === most ? least : `${least} – ${most}`),
  real: 'real',
  simulated: 'simulated',
  tolerance: (text: string) => `± ${text}`,
  alternative: (label: string, real: string, simulated: string, tolerance: string, agrees: boolean) =>
    `${label}. Real: ${real}. Simulated: ${simulated}, tolerance ${tolerance}. ${agrees ? 'They agree.' : 'They disagree.'}`,
  nothing: 'none',
}
