import type { Answer, Question } from '@/lib/guide/answers'
import type { FaultName } from '@/lib/guide/faults'

/** An answer in a few words, and what it brings; `backticks` mark code. */
interface Told {
  readonly label: string
  readonly hint: string
}

/** What is asked. Answers about time are told by a run: `seconds`, printed. */
type Questions = {
  readonly [Of in Question]: {
    readonly ask: string
    readonly answers: Readonly<Record<Answer<Of>, (seconds: string) => Told>>
  }
}

const questions: Questions = {
  replicas: {
    ask: 'How many replicas does the primary have?',
    answers: {
      one: () => ({ label: 'One', hint: 'Either writes stop while it is down, or a primary that is cut off never stops.' }),
      two: () => ({ label: 'Two', hint: 'One may be down, and writes go on.' }),
      three: () => ({ label: 'Three', hint: 'One may be down, and two others are still asked for.' }),
    },
  },
  worse: {
    ask: 'Which is worse for you?',
    answers: {
      refused: () => ({ label: 'A refused write', hint: 'Writes go on while one replica is missing.' }),
      lost: () => ({ label: 'A lost write', hint: 'Writes stop while any replica is missing.' }),
    },
  },
  wait: {
    ask: 'Can clients wait for the replicas after a write that must not be lost?',
    answers: {
      no: () => ({ label: 'No', hint: '`OK` is all that a client is told.' }),
      yes: () => ({ label: 'Yes, with WAIT', hint: 'It costs a round trip; while a replica is missing, the whole time-out.' }),
    },
  },
  failover: {
    ask: 'When the primary falls silent, how soon must writes go on elsewhere?',
    answers: {
      quick: (seconds) => ({ label: `In about ${seconds}`, hint: 'One quiet network; a short stall is taken for a crash.' }),
      usual: (seconds) => ({ label: `In about ${seconds}`, hint: 'Most networks.' }),
      patient: (seconds) => ({ label: `In about ${seconds}`, hint: 'Machines or links that may stall for seconds.' }),
    },
  },
  power: {
    ask: 'Can all servers lose power at the same moment?',
    answers: {
      no: () => ({ label: 'No', hint: 'Or the last second or two may be lost then.' }),
      yes: () => ({ label: 'Yes', hint: 'Writes wait for a disk: with `WAIT` the chosen ones, else each.' }),
    },
  },
}

const faults: Readonly<Record<FaultName, string>> = {
  crash: 'The primary crashes',
  'slow-link': 'The primary crashes, and replication takes 100 ms',
  'cut-off': 'The primary is cut off, alone with a client',
  frozen: 'The primary freezes, and wakes up again',
  'replica-lost': 'A replica is lost, then the primary is cut off',
  hole: 'The primary is cut off with a client and all replicas but one',
}

/** The guide to the settings. */
export const guide = {
  questions,
  faults,
  address: 'The address of this configuration:',
  losesTitle: 'What it loses, and what it refuses',
  clientsTitle: 'What its clients do',
  columns: {
    fault: 'fault',
    lost: 'acknowledged writes lost',
    refused: 'refused',
    stopped: 'no write gets through for',
  },
  lost: (lost: string, of: string) => ({ lost, of: `of ${of}` }),
  confirmedLost: (lost: string, of: string) => ({ lost, of: `of ${of} confirmed` }),
  unconfirmedLost: (lost: string) => `and ${lost} not confirmed`,
  atLeast: (time: string) => `over ${time}`,
  /** How the table came about. */
  runs: ({ perSecond, lasts }: { perSecond: string; lasts: string }) =>
    `From simulated runs, made when this page was built. Two clients write ${perSecond} times a second each. One stays with the primary when it is cut off; the other stays with the sentinels, and the last column is about that one. Refused is what was answered with an error, or found no primary. A fault lasts ${lasts}; the lost replica is back only when all else has settled.`,
  clients: {
    ask: 'Ask the sentinels who the primary is, and again after `READONLY`, a broken connection or a time-out.',
    timeOut: (time: string) =>
      `Give every answer ${time} and no more. A client without a time-out waits for a frozen primary, and goes on writing to it when it wakes up.`,
    retry:
      'After `NOREPLICAS`, or without a connection, the write was not executed: try it again after a pause. After a time-out nobody knows, so repeat only what may be applied twice.',
    unconfirmed: 'Nothing tells a client which of its writes are lost. Keep what must not be lost in another place as well.',
    wait: (command: string) =>
      `After a write that must not be lost, send \`${command}\` on the same connection, and compare the answer. Too small a number does not mean that the write failed: it may survive or not.`,
    version: '`WAITAOF` waits for the disks as well, and needs Redis 7.2.',
    links: {
      clients: 'Time-outs and retries in seven clients',
      wait: 'What WAIT promises',
      waitaof: 'Which failure WAITAOF survives',
    },
  },
  /** What the first two answers come to. */
  gates: {
    title: 'How many replicas to hear from, and what is lost then',
    choice: 'configuration',
    choices: {
      one: { refused: 'one replica, keep writing', lost: 'one replica, rather refuse than lose' },
      two: { refused: 'two replicas, keep writing', lost: 'two replicas, rather refuse than lose' },
      three: { refused: 'three replicas, keep writing', lost: 'three replicas, rather refuse than lose' },
    },
  },
}
