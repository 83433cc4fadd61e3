/** What is said of a link to a state of a demo, beside it. Words in quotation marks come from an address. */
export const links = {
  /** `why` goes on from “This link”. */
  asBuilt: (why: string) => `This link ${why}, so the demo stands as the page has it.`,
  unreadable: {
    malformed: (part: string) => `says “${part}”, which can’t be read`,
    twice: (key: string) => `says “${key}” twice`,
    'unknown-key': (key: string) => `sets “${key}”, which no demo has`,
    later: 'needs a later version of this site',
    'too-long': 'is longer than 512 characters',
  },
  impossible: {
    noSetting: (label: string) => `sets ${label}, which means nothing in this scenario`,
    /** `range`: null where the value is within it and can’t be simulated all the same. */
    refused: (setting: string, range: string | null) =>
      range === null ? `sets ${setting}, which can’t be simulated here` : `sets ${setting}, which is outside of ${range}`,
    noTab: (tab: string) => `opens “${tab}”, which this demo doesn’t have`,
    noMoment: (moment: string) => `leads to the moment “${moment}”, which this run doesn’t have`,
    noWrite: (write: number) => `follows write ${write}, which this run doesn’t have`,
    beyond: (instant: string, end: string) => `leads to ${instant}, but the run ends at ${end}`,
  },
  drift: {
    outcome: 'This run ends differently today than when the link was made; the demo shows today’s outcome.',
    kernel: (then: string, now: string) =>
      `This link was made with version ${then} of the simulation; version ${now}, shown here, comes to the same outcome.`,
    both: (then: string, now: string) =>
      `This link was made with version ${then} of the simulation and another outcome; the demo shows that of version ${now}.`,
  },
  withoutControl: (setting: string) => `The link also sets ${setting}, for which this demo has no control.`,
  tooLong: 'This state is too long for a link: the address stays without it.',
  missing: (name: string) => `This link leads to a demo, “${name}”, that isn’t on this page.`,
  /** Between two sentences. */
  space: ' ',
}
