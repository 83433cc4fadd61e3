import { describe, expect, it } from 'vitest'
import type { ConnectionId } from './end'
import type { Kind, Protocol, World } from './model'
import { change, pairsBetween } from './network'
import type { Place } from './place'
import { kill, pause, resume, start } from './signals'
import { runUntil, scheduleAction } from './step'
import { type Micros, micros } from './time'
import { close, connect, send, settledConnection } from './transport'
import { addPlace, newWorld, timer } from './world'

const LATENCY = 1000

interface Words extends Protocol {
  readonly message: { readonly type: 'words'; readonly text: string }
}

const say = (text: string): Words['message'] => ({ type: 'words', text })

/** A process that writes down what happens to it. */
interface Notebook {
  readonly host: string
}

/** Two hosts, one process each, 1 ms apart; everything that happens to them stands in `pages` as `time host what`. */
class Pair {
  readonly pages: string[] = []
  readonly a: Place<Words['message']>
  readonly b: Place<Words['message']>
  readonly world: World<Words>
  private readonly steps: (() => void)[] = []

  constructor({ latencyMs = LATENCY / 1000, jitterMs = 0 }: { readonly latencyMs?: number; readonly jitterMs?: number } = {}) {
    const between = () => ({ latency: micros(latencyMs), jitter: micros(jitterMs) })
    const notebook = this.kind()
    this.world = newWorld<Words>(
      { seed: 1, hosts: ['a', 'b'], between },
      {
        kinds: { notebook },
        crew: [notebook, notebook],
        specs: [],
        act: (_, index) => this.steps[index]?.(),
        journal: null,
        wire: null,
      },
    )
    this.a = this.place('a')
    this.b = this.place('b')
  }

  at(ms: number, step: () => void): this {
    this.steps.push(step)
    scheduleAction(this.world, ms, this.steps.length - 1)
    return this
  }

  until(ms: number): readonly string[] {
    runUntil(this.world, micros(ms))
    return this.pages
  }

  revive(place: Place<Words['message']>): void {
    start(this.world, place)
  }

  private place(host: string): Place<Words['message']> {
    const place = addPlace(this.world, host, 'notebook')
    this.revive(place)
    return place
  }

  private kind(): Kind<Words, undefined, Notebook, null> {
    const note = (world: World<Words>, { host }: Notebook, what: string) => {
      this.pages.push(`${world.now / 1000} ${host} ${what}`)
    }
    return {
      name: 'notebook',
      settle: () => {},
      announce: () => {},
      started: (_, { host }) => ({ host }),
      files: () => null,
      on: { words: (world, state, { text }) => note(world, state, text) },
      timers: Object.fromEntries(
        ['late', 'tick', 'a', 'b', 'c'].map((name) => [name, (world: World<Words>, state: Notebook) => note(world, state, name)]),
      ),
      typed: () => {},
      opened: (world, state) => note(world, state, 'open'),
      closed: (world, state, _connection, _side, reason) => note(world, state, reason),
      turned: () => {},
    }
  }
}

/** The same with a connection that is open already. */
function linked(link: ConstructorParameters<typeof Pair>[0] = {}): Pair & { readonly wire: ConnectionId } {
  const pair = new Pair(link)
  return Object.assign(pair, { wire: settledConnection(pair.world, pair.a, pair.b) })
}

/** Cuts the pair at 0, heals it after so many milliseconds, and tells when the first thing happened. */
function firstUse(pair: Pair, healedAt: number, begin: () => void): number {
  pair.at(0, () => change(pair.world, { cut: pairsBetween([['a'], ['b']]) }))
  pair.at(0, begin)
  const [first] = pair.at(healedAt, () => change(pair.world, { heal: true })).until(200_000)
  return Number(first?.split(' ')[0])
}

describe('a connection on a healthy network', () => {
  it('opens after a round trip; what was said meanwhile follows; answers come back', () => {
    const pair = new Pair()
    const wire = connect(pair.world, pair.a, pair.b)
    send(pair.world, wire, 0, say('hello'))
    pair.at(10, () => send(pair.world, wire, 1, say('yes')))
    expect(pair.until(20)).toEqual(['2 a open', '3 b hello', '11 a yes'])
  })

  it('delivers in order, whatever the jitter', () => {
    const pair = linked({ jitterMs: 30 })
    for (let word = 0; word < 50; word += 1) pair.at(word, () => send(pair.world, pair.wire, 0, say(`${word}`)))
    const words = pair.until(200).map((page) => Number(page.split(' ')[2]))
    expect(words).toEqual(Array.from({ length: 50 }, (_, word) => word))
  })

  it('is refused by a host where the process is dead, after a round trip', () => {
    const pair = new Pair()
    kill(pair.world, pair.b)
    connect(pair.world, pair.a, pair.b)
    expect(pair.until(20)).toEqual(['2 a refused'])
  })

  it('closes behind what was sent; the closer hears nothing more', () => {
    const pair = linked()
    pair.at(0, () => send(pair.world, pair.wire, 0, say('last words')))
    pair.at(0, () => close(pair.world, pair.wire, 0))
    pair.at(0.5, () => send(pair.world, pair.wire, 1, say('too late')))
    expect(pair.until(20)).toEqual(['1 b last words', '1 b closed'])
  })
})

describe('R24: a killed process', () => {
  it('closes its connections at once: the peer reads the end after one latency', () => {
    const pair = linked()
    pair.at(5, () => kill(pair.world, pair.b))
    expect(pair.until(20)).toEqual(['6 a closed'])
  })

  it('takes with it what it had not delivered, and its timers', () => {
    const pair = linked()
    timer(pair.world, pair.b.index, 6000, 'late')
    pair.at(5, () => send(pair.world, pair.wire, 1, say('unsent')))
    pair.at(5.5, () => kill(pair.world, pair.b))
    expect(pair.until(20)).toEqual(['6.5 a closed'])
  })

  it('has lost its connections when it is back; new ones work', () => {
    const pair = linked()
    pair.at(5, () => kill(pair.world, pair.b))
    pair.at(7, () => pair.revive(pair.b))
    pair.at(8, () => send(pair.world, pair.wire, 0, say('anyone?')))
    pair.at(9, () => send(pair.world, connect(pair.world, pair.a, pair.b), 0, say('hello')))
    expect(pair.until(20)).toEqual(['6 a closed', '11 a open', '12 b hello'])
  })

  it('behind a cut closes nothing that can be seen; after the heal the end arrives with the retransmission', () => {
    const pair = linked()
    pair.at(0, () => change(pair.world, { cut: pairsBetween([['a'], ['b']]) }))
    pair.at(5, () => kill(pair.world, pair.b))
    pair.at(150, () => change(pair.world, { heal: true }))
    expect(pair.until(1000)).toEqual(['214 a closed'])
  })

  it('behind a cut and back again answers a word from the old connection with a reset', () => {
    const pair = linked()
    pair.at(0, () => change(pair.world, { cut: [['b', 'a']] }))
    pair.at(5, () => kill(pair.world, pair.b))
    pair.at(6, () => pair.revive(pair.b))
    pair.at(10, () => change(pair.world, { heal: true }))
    pair.at(11, () => send(pair.world, pair.wire, 0, say('still there?')))
    expect(pair.until(1000)).toEqual(['13 a closed'])
  })
})

describe('R24: a frozen process', () => {
  it('closes nothing; reads in order when it goes on, then runs its overdue timers', () => {
    const pair = linked()
    timer(pair.world, pair.b.index, 3000, 'tick')
    pair.at(1, () => pause(pair.world, pair.b))
    pair.at(2, () => send(pair.world, pair.wire, 0, say('one')))
    pair.at(4, () => send(pair.world, pair.wire, 0, say('two')))
    pair.at(9, () => resume(pair.world, pair.b))
    expect(pair.until(20)).toEqual(['9 b one', '9 b two', '9 b tick'])
  })

  it('R2: reads socket after socket when it goes on, each with all its data; an end behind data comes in the next turn', () => {
    const pair = linked()
    const other = settledConnection(pair.world, pair.a, pair.b)
    timer(pair.world, pair.b.index, 3000, 'tick')
    pair.at(1, () => pause(pair.world, pair.b))
    pair.at(2, () => send(pair.world, pair.wire, 0, say('one')))
    pair.at(3, () => send(pair.world, other, 0, say('other')))
    pair.at(4, () => close(pair.world, other, 0))
    pair.at(5, () => send(pair.world, pair.wire, 0, say('two')))
    pair.at(9, () => resume(pair.world, pair.b))
    expect(pair.until(20)).toEqual(['9 b one', '9 b two', '9 b other', '9 b tick', '9 b closed'])
  })

  it('accepts connections: its host does that', () => {
    const pair = new Pair()
    pause(pair.world, pair.b)
    connect(pair.world, pair.a, pair.b)
    expect(pair.until(20)).toEqual(['2 a open'])
  })

  it('hears after the thaw of a peer that died meanwhile', () => {
    const pair = linked()
    pair.at(1, () => pause(pair.world, pair.b))
    pair.at(2, () => kill(pair.world, pair.a))
    pair.at(9, () => resume(pair.world, pair.b))
    expect(pair.until(20)).toEqual(['9 b closed'])
  })
})

describe('R24: a cut network', () => {
  it('is silent; after the heal everything arrives in order, when the retransmission timer rings', () => {
    const pair = linked()
    pair.at(0, () => change(pair.world, { cut: pairsBetween([['a'], ['b']]) }))
    pair.at(10, () => send(pair.world, pair.wire, 0, say('one')))
    pair.at(20, () => send(pair.world, pair.wire, 0, say('two')))
    pair.at(100, () => change(pair.world, { heal: true }))
    pair.at(150, () => send(pair.world, pair.wire, 0, say('three')))
    expect(pair.until(1000)).toEqual(['219 b one', '219 b two', '219 b three'])
  })

  it('retransmits after about 0.2 s of silence, then whenever the silence has doubled', () => {
    const resumed = [100, 300, 500, 1000, 3000, 5000].map((heal) => {
      const pair = linked()
      return firstUse(pair, heal, () => send(pair.world, pair.wire, 0, say('hello')))
    })
    expect(resumed).toEqual([208, 416, 832, 1664, 3328, 6656].map((at) => at + LATENCY / 1000))
  })

  it('resumes after the heal within as long as the silence lasted', () => {
    for (let heal = 250; heal < 60_000; heal = Math.round(heal * 1.7)) {
      const pair = linked()
      const arrival = firstUse(pair, heal, () => send(pair.world, pair.wire, 0, say('hello')))
      expect(arrival).toBeGreaterThan(heal)
      expect(arrival).toBeLessThanOrEqual(2 * heal + LATENCY / 1000)
    }
  })

  it('loses what is on its way when it is cut: that too comes after the heal, first', () => {
    const pair = linked()
    pair.at(0, () => send(pair.world, pair.wire, 0, say('on its way')))
    pair.at(0.5, () => change(pair.world, { cut: pairsBetween([['a'], ['b']]) }))
    pair.at(0.6, () => send(pair.world, pair.wire, 0, say('later')))
    pair.at(2, () => change(pair.world, { heal: true }))
    expect(pair.until(1000)).toEqual(['209.5 b on its way', '209.5 b later'])
  })

  it('that drops answers only lets requests through, for one retransmission timeout', () => {
    const pair = linked()
    pair.at(0, () => change(pair.world, { cut: [['b', 'a']] }))
    pair.at(10, () => send(pair.world, pair.wire, 0, say('request')))
    pair.at(20, () => send(pair.world, pair.wire, 1, say('answer')))
    pair.at(300, () => send(pair.world, pair.wire, 0, say('no more')))
    pair.at(400, () => change(pair.world, { heal: true }))
    const pages = pair.until(3000)
    expect(pages[0]).toBe('11 b request')
    expect(pages.slice(1).map((page) => page.slice(page.indexOf(' ') + 1))).toEqual(['a answer', 'b no more'])
  })

  it('swallows SYNs: a connect is tried again each second five times, then after 2, 4, 8 … s (Linux ≥ 6.5)', () => {
    const opened = [500, 1500, 4500, 5500, 7500, 12_000].map((heal) => {
      const pair = new Pair()
      return firstUse(pair, heal, () => connect(pair.world, pair.a, pair.b))
    })
    expect(opened).toEqual([1000, 2000, 5000, 7000, 11_000, 19_000].map((at) => at + 2))
  })

  it('swallows the SYN’s answer just as well: one direction is enough', () => {
    const pair = new Pair()
    pair.at(0, () => change(pair.world, { cut: [['b', 'a']] }))
    pair.at(0, () => connect(pair.world, pair.a, pair.b))
    pair.at(500, () => change(pair.world, { heal: true }))
    expect(pair.until(3000)).toEqual(['1002 a open'])
  })
})

describe('kernel rule 1: virtual time', () => {
  it('handles what is due at the same instant in the order of scheduling', () => {
    const pair = new Pair()
    const names = ['c', 'a', 'b']
    for (const name of names) timer(pair.world, pair.a.index, 5000, name)
    expect(pair.until(10)).toEqual(names.map((name) => `5 a ${name}`))
  })

  it('stops after the last event that is due, and stands at the end', () => {
    const pair = new Pair()
    for (const at of [4999, 5000, 5001] as Micros[]) timer(pair.world, pair.a.index, at, 'tick')
    expect(pair.until(5)).toHaveLength(2)
    expect(pair.world.now).toBe(5000)
  })
})

describe('R24: a direction whose acknowledgements are lost', () => {
  it('goes on for 208 ms, that instant included', () => {
    const pair = linked()
    pair.at(0, () => change(pair.world, { cut: [['b', 'a']] }))
    for (const ms of [10, 100, 218, 219]) pair.at(ms, () => send(pair.world, pair.wire, 0, say(`${ms}`)))
    expect(pair.until(300)).toEqual(['11 b 10', '101 b 100', '219 b 218'])
  })

  it('loses what was on its way to a second cut, and delivers all in order after the heal', () => {
    const pair = linked({ latencyMs: 400 })
    pair.at(0, () => change(pair.world, { cut: [['b', 'a']] }))
    for (const ms of [10, 100, 218, 219, 230]) pair.at(ms, () => send(pair.world, pair.wire, 0, say(`${ms}`)))
    pair.at(300, () => change(pair.world, { cut: [['a', 'b']] })).at(600, () => change(pair.world, { heal: true }))
    expect(pair.until(5000).map((page) => page.split(' ')[2])).toEqual(['10', '100', '218', '219', '230'])
  })
})

describe('R24: a host where the process is gone', () => {
  it('says so once, however much arrives', () => {
    const pair = linked()
    pair.at(1, () => change(pair.world, { cut: pairsBetween([['a'], ['b']]) }))
    pair.at(2, () => kill(pair.world, pair.b))
    pair.at(3, () => change(pair.world, { heal: true }))
    for (const ms of [4, 4.1, 4.2]) pair.at(ms, () => send(pair.world, pair.wire, 0, say(`${ms}`)))
    const before = pair.world.dispatched
    expect(pair.until(20)).toEqual(['6 a closed'])
    // Six steps, three messages, one word that nobody is there.
    expect(pair.world.dispatched - before).toBe(10)
  })
})
