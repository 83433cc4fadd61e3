import { describe, expect, it } from 'vitest'
import type { Link, Scenario } from '../scenario/scenario'
import type { Connection, Side } from './connection'
import { type Process, Slot } from './process'
import { type Micros, micros } from './time'
import { World } from './world'

const LATENCY = 1000

/** A process that writes down what happens to it. */
class Notebook implements Process<string> {
  constructor(
    private readonly host: string,
    private readonly pages: string[],
  ) {}

  onMessage(world: World<string>, _connection: Connection<string>, _side: Side, message: string): void {
    this.note(world, message)
  }

  onOpen(world: World<string>): void {
    this.note(world, 'open')
  }

  onClosed(world: World<string>, _connection: Connection<string>, _side: Side, reason: string): void {
    this.note(world, reason)
  }

  onTimer(world: World<string>, name: string): void {
    this.note(world, name)
  }

  private note(world: World<string>, what: string): void {
    this.pages.push(`${world.now / 1000} ${this.host} ${what}`)
  }
}

/** Two hosts, one process each, 1 ms apart; everything that happens to them stands in `pages` as `time host what`. */
class Pair {
  readonly pages: string[] = []
  readonly a: Slot<string>
  readonly b: Slot<string>
  readonly world: World<string>
  private readonly steps: (() => void)[] = []

  constructor(link: Partial<Link> = {}) {
    const links = [{ between: ['a', 'b'] as const, latencyMs: LATENCY / 1000, jitterMs: 0, ...link }]
    const scenario = { hosts: { a: {}, b: {} }, network: { latencyMs: 1, links }, seed: 1 } as unknown as Scenario
    this.world = new World<string>(scenario, null, (index) => this.steps[index]?.())
    this.a = this.slot('a')
    this.b = this.slot('b')
  }

  at(ms: number, step: () => void): this {
    this.steps.push(step)
    this.world.scheduleAction(micros(ms), this.steps.length - 1)
    return this
  }

  until(ms: number): readonly string[] {
    this.world.runUntil(micros(ms))
    return this.pages
  }

  revive(slot: Slot<string>): void {
    slot.install(new Notebook(slot.host, this.pages))
  }

  private slot(host: string): Slot<string> {
    const slot = new Slot<string>(host, this.world.hostIndex(host), 'redis')
    this.world.slots.push(slot)
    this.revive(slot)
    return slot
  }
}

/** The same with a connection that is open already. */
function linked(link: Partial<Link> = {}): Pair & { readonly wire: Connection<string> } {
  const pair = new Pair(link)
  const wire = pair.world.settledConnection(pair.a, pair.b)
  pair.pages.length = 0
  return Object.assign(pair, { wire })
}

/** Cuts the pair at 0, heals it after so many milliseconds, and tells when the first thing happened. */
function firstUse(pair: Pair, heal: number, begin: () => void): number {
  pair.at(0, () => pair.world.partition([['a'], ['b']]))
  pair.at(0, begin)
  const [first] = pair.at(heal, () => pair.world.heal()).until(200_000)
  return Number(first?.split(' ')[0])
}

describe('a connection on a healthy network', () => {
  it('opens after a round trip; what was said meanwhile follows; answers come back', () => {
    const pair = new Pair()
    const wire = pair.world.connect(pair.a, pair.b)
    pair.world.send(wire, 0, 'hello')
    pair.at(10, () => pair.world.send(wire, 1, 'yes'))
    expect(pair.until(20)).toEqual(['2 a open', '3 b hello', '11 a yes'])
  })

  it('delivers in order, whatever the jitter', () => {
    const pair = linked({ jitterMs: 30 })
    for (let word = 0; word < 50; word += 1) pair.at(word, () => pair.world.send(pair.wire, 0, `${word}`))
    const words = pair.until(200).map((page) => Number(page.split(' ')[2]))
    expect(words).toEqual(Array.from({ length: 50 }, (_, word) => word))
  })

  it('is refused by a host where the process is dead, after a round trip', () => {
    const pair = new Pair()
    pair.world.kill(pair.b)
    pair.world.connect(pair.a, pair.b)
    expect(pair.until(20)).toEqual(['2 a refused'])
  })

  it('closes behind what was sent; the closer hears nothing more', () => {
    const pair = linked()
    pair.at(0, () => pair.world.send(pair.wire, 0, 'last words'))
    pair.at(0, () => pair.world.close(pair.wire, 0))
    pair.at(0.5, () => pair.world.send(pair.wire, 1, 'too late'))
    expect(pair.until(20)).toEqual(['1 b last words', '1 b closed'])
  })
})

describe('R24: a killed process', () => {
  it('closes its connections at once: the peer reads the end after one latency', () => {
    const pair = linked()
    pair.at(5, () => pair.world.kill(pair.b))
    expect(pair.until(20)).toEqual(['6 a closed'])
  })

  it('takes with it what it had not delivered, and its timers', () => {
    const pair = linked()
    pair.world.timer(pair.b, 6000, 'late')
    pair.at(5, () => pair.world.send(pair.wire, 1, 'unsent'))
    pair.at(5.5, () => pair.world.kill(pair.b))
    expect(pair.until(20)).toEqual(['6.5 a closed'])
  })

  it('has lost its connections when it is back; new ones work', () => {
    const pair = linked()
    pair.at(5, () => pair.world.kill(pair.b))
    pair.at(7, () => pair.revive(pair.b))
    pair.at(8, () => pair.world.send(pair.wire, 0, 'anyone?'))
    pair.at(9, () => pair.world.send(pair.world.connect(pair.a, pair.b), 0, 'hello'))
    expect(pair.until(20)).toEqual(['6 a closed', '11 a open', '12 b hello'])
  })

  it('behind a cut closes nothing that can be seen; after the heal the end arrives with the retransmission', () => {
    const pair = linked()
    pair.at(0, () => pair.world.partition([['a'], ['b']]))
    pair.at(5, () => pair.world.kill(pair.b))
    pair.at(150, () => pair.world.heal())
    expect(pair.until(1000)).toEqual(['214 a closed'])
  })

  it('behind a cut and back again answers a word from the old connection with a reset', () => {
    const pair = linked()
    pair.at(0, () => pair.world.cut('b', 'a'))
    pair.at(5, () => pair.world.kill(pair.b))
    pair.at(6, () => pair.revive(pair.b))
    pair.at(10, () => pair.world.heal())
    pair.at(11, () => pair.world.send(pair.wire, 0, 'still there?'))
    expect(pair.until(1000)).toEqual(['13 a closed'])
  })
})

describe('R24: a frozen process', () => {
  it('closes nothing; reads in order when it goes on, then runs its overdue timers', () => {
    const pair = linked()
    pair.world.timer(pair.b, 3000, 'tick')
    pair.at(1, () => pair.world.pause(pair.b))
    pair.at(2, () => pair.world.send(pair.wire, 0, 'one'))
    pair.at(4, () => pair.world.send(pair.wire, 0, 'two'))
    pair.at(9, () => pair.world.resume(pair.b))
    expect(pair.until(20)).toEqual(['9 b one', '9 b two', '9 b tick'])
  })

  it('R2: reads socket after socket when it goes on, each with all its data; an end behind data comes in the next turn', () => {
    const pair = linked()
    const other = pair.world.settledConnection(pair.a, pair.b)
    pair.world.timer(pair.b, 3000, 'tick')
    pair.at(1, () => pair.world.pause(pair.b))
    pair.at(2, () => pair.world.send(pair.wire, 0, 'one'))
    pair.at(3, () => pair.world.send(other, 0, 'other'))
    pair.at(4, () => pair.world.close(other, 0))
    pair.at(5, () => pair.world.send(pair.wire, 0, 'two'))
    pair.at(9, () => pair.world.resume(pair.b))
    expect(pair.until(20)).toEqual(['0 a open', '9 b one', '9 b two', '9 b other', '9 b tick', '9 b closed'])
  })

  it('accepts connections: its host does that', () => {
    const pair = new Pair()
    pair.world.pause(pair.b)
    pair.world.connect(pair.a, pair.b)
    expect(pair.until(20)).toEqual(['2 a open'])
  })

  it('hears after the thaw of a peer that died meanwhile', () => {
    const pair = linked()
    pair.at(1, () => pair.world.pause(pair.b))
    pair.at(2, () => pair.world.kill(pair.a))
    pair.at(9, () => pair.world.resume(pair.b))
    expect(pair.until(20)).toEqual(['9 b closed'])
  })
})

describe('R24: a cut network', () => {
  it('is silent; after the heal everything arrives in order, when the retransmission timer rings', () => {
    const pair = linked()
    pair.at(0, () => pair.world.partition([['a'], ['b']]))
    pair.at(10, () => pair.world.send(pair.wire, 0, 'one'))
    pair.at(20, () => pair.world.send(pair.wire, 0, 'two'))
    pair.at(100, () => pair.world.heal())
    pair.at(150, () => pair.world.send(pair.wire, 0, 'three'))
    expect(pair.until(1000)).toEqual(['219 b one', '219 b two', '219 b three'])
  })

  it('retransmits after about 0.2 s of silence, then whenever the silence has doubled', () => {
    const resumed = [100, 300, 500, 1000, 3000, 5000].map((heal) => {
      const pair = linked()
      return firstUse(pair, heal, () => pair.world.send(pair.wire, 0, 'hello'))
    })
    expect(resumed).toEqual([208, 416, 832, 1664, 3328, 6656].map((at) => at + LATENCY / 1000))
  })

  it('resumes after the heal within as long as the silence lasted', () => {
    for (let heal = 250; heal < 60_000; heal = Math.round(heal * 1.7)) {
      const pair = linked()
      const arrival = firstUse(pair, heal, () => pair.world.send(pair.wire, 0, 'hello'))
      expect(arrival).toBeGreaterThan(heal)
      expect(arrival).toBeLessThanOrEqual(2 * heal + LATENCY / 1000)
    }
  })

  it('loses what is on its way when it is cut: that too comes after the heal, first', () => {
    const pair = linked()
    pair.at(0, () => pair.world.send(pair.wire, 0, 'on its way'))
    pair.at(0.5, () => pair.world.partition([['a'], ['b']]))
    pair.at(0.6, () => pair.world.send(pair.wire, 0, 'later'))
    pair.at(2, () => pair.world.heal())
    expect(pair.until(1000)).toEqual(['209.5 b on its way', '209.5 b later'])
  })

  it('that drops answers only lets requests through, for one retransmission timeout', () => {
    const pair = linked()
    pair.at(0, () => pair.world.cut('b', 'a'))
    pair.at(10, () => pair.world.send(pair.wire, 0, 'request'))
    pair.at(20, () => pair.world.send(pair.wire, 1, 'answer'))
    pair.at(300, () => pair.world.send(pair.wire, 0, 'no more'))
    pair.at(400, () => pair.world.heal())
    const pages = pair.until(3000)
    expect(pages[0]).toBe('11 b request')
    expect(pages.slice(1).map((page) => page.slice(page.indexOf(' ') + 1))).toEqual(['a answer', 'b no more'])
  })

  it('swallows SYNs: a connect is tried again each second five times, then after 2, 4, 8 … s (Linux ≥ 6.5)', () => {
    const opened = [500, 1500, 4500, 5500, 7500, 12_000].map((heal) => {
      const pair = new Pair()
      return firstUse(pair, heal, () => pair.world.connect(pair.a, pair.b))
    })
    expect(opened).toEqual([1000, 2000, 5000, 7000, 11_000, 19_000].map((at) => at + 2))
  })

  it('swallows the SYN’s answer just as well: one direction is enough', () => {
    const pair = new Pair()
    pair.at(0, () => pair.world.cut('b', 'a'))
    pair.at(0, () => pair.world.connect(pair.a, pair.b))
    pair.at(500, () => pair.world.heal())
    expect(pair.until(3000)).toEqual(['1002 a open'])
  })
})

describe('kernel rule 1: virtual time', () => {
  it('handles what is due at the same instant in the order of scheduling', () => {
    const pair = new Pair()
    const names = ['c', 'a', 'b']
    for (const name of names) pair.world.timer(pair.a, 5000, name)
    expect(pair.until(10)).toEqual(names.map((name) => `5 a ${name}`))
  })

  it('stops after the last event that is due, and stands at the end', () => {
    const pair = new Pair()
    for (const at of [4999, 5000, 5001] as Micros[]) pair.world.timer(pair.a, at, 'tick')
    expect(pair.until(5)).toHaveLength(2)
    expect(pair.world.now).toBe(5000)
  })
})

describe('R24: a direction whose acknowledgements are lost', () => {
  it('goes on for 208 ms, that instant included', () => {
    const pair = linked()
    pair.at(0, () => pair.world.cut('b', 'a'))
    for (const ms of [10, 100, 218, 219]) pair.at(ms, () => pair.world.send(pair.wire, 0, `${ms}`))
    expect(pair.until(300)).toEqual(['11 b 10', '101 b 100', '219 b 218'])
  })

  it('loses what was on its way to a second cut, and delivers all in order after the heal', () => {
    const pair = linked({ latencyMs: 400 })
    pair.at(0, () => pair.world.cut('b', 'a'))
    for (const ms of [10, 100, 218, 219, 230]) pair.at(ms, () => pair.world.send(pair.wire, 0, `${ms}`))
    pair.at(300, () => pair.world.cut('a', 'b')).at(600, () => pair.world.heal())
    expect(pair.until(5000).map((page) => page.split(' ')[2])).toEqual(['10', '100', '218', '219', '230'])
  })
})

describe('R24: a host where the process is gone', () => {
  it('says so once, however much arrives', () => {
    const pair = linked()
    pair.at(1, () => pair.world.partition([['a'], ['b']]))
    pair.at(2, () => pair.world.kill(pair.b))
    pair.at(3, () => pair.world.heal())
    for (const ms of [4, 4.1, 4.2]) pair.at(ms, () => pair.world.send(pair.wire, 0, `${ms}`))
    const before = pair.world.dispatched
    expect(pair.until(20)).toEqual(['6 a closed'])
    // Six steps, three messages, one word that nobody is there, and what is left of the handshake.
    expect(pair.world.dispatched - before).toBe(11)
  })
})
