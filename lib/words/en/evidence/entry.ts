import { agreeing, counted, number } from '../counted'
import { done } from '../faults'

/** What was found in one scenario. */
export const entry = {
  agrees: 'Simulation and servers agree.',
  disagrees: (count: number) => `Simulation and servers disagree on ${counted(count, 'line')}.`,
  unrecorded: 'Not run on real servers yet.',
  changed: 'The scenario has changed since it was recorded. Nothing is compared until it is recorded again.',
  meta: (real: number, simulated: number, server: string) =>
    `${number(real)} real, ${number(simulated)} simulated ${agreeing(simulated, 'run', 'runs')} · ${server}`,
  repeat: 'Repeat it',
  shownIn: 'Shown in',
  comma: ', ',
  titled: (title: string, part: string) => `${title}: ${part}`,
  decided: 'Decided',
  real: 'Real servers',
  simulated: 'Simulation',
  agreement: 'Agreement',
  measured: 'Timed and counted',
  constant: 'The same in every run, real and simulated:',
  constantItem: (label: string, value: string) => `${label} ${value}`,
  /** The same scenario on MariaDB. */
  mariadb: {
    same: (server: string, real: number) => `${server} ran the same scenario ${counted(real, 'time')}, and did the same.`,
    differs: (server: string, real: number) =>
      `${server} ran the same scenario ${counted(real, 'time')}, and did the same but for this:`,
    difference: (what: string, real: string, simulated: string) => `${what}: ${real}; in the simulation of MySQL ${simulated}`,
  },
  share: (value: string, count: number, of: number) => `${value} (${number(count)} of ${number(of)})`,
}

/** A scenario in short. */
export const setUp = {
  label: 'Set-up: ',
  replicas: (primary: string, replicas: string) => `${primary} with the replicas ${replicas}`,
  conf: (hosts: string, directives: string) => `${hosts}: ${directives}`,
  link: (hosts: string, milliseconds: string) => `${milliseconds} between ${hosts}`,
  everywhere: 'any two hosts',
  milliseconds: (least: number, most: number) => (least === most ? `${least} ms` : `${least}–${most} ms`),
  client: (client: string, to: string) => `${client} writes to ${to}`,
  askedFor: (sentinels: string) => `the primary that ${sentinels} names`,
  timeOut: (milliseconds: string) => `, time-out ${milliseconds}`,
  workload: (client: string, command: string, every: string, from: string, until: string) =>
    `${client}: ${command} every ${every}, from ${from} to ${until}`,
  behindEach: (wait: string) => `, ${wait} behind each`,
  action: (at: string, what: string) => `${at}: ${what}`,
  ends: 'end',
  done,
}
