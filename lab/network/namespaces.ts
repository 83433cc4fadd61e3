import { execFileSync } from 'node:child_process'
import type { PathChange } from '@/lib/sim/core/network'
import type { ProcessKind } from '@/lib/sim/scenario/process'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { CleanUp } from '../clean-up'
import { isAlive } from '../process/child'
import type { Programs } from '../process/programs'
import type { Endpoint } from '../writer/connection'
import { Filter } from './filter'
import { type Network, PORTS, type ServerKind } from './network'
import { delaysOf, Paths } from './paths'
import { RedirectedLinks } from './redirected-links'
import type { Delay } from './relay-protocol'

/** All names begin so, with the number of the process that made them: leftovers of a lab that was killed can be told. */
const PREFIX = 'lost-writes-'

/**
 * One network namespace for each host, all joined by one more that routes between them and drops what is cut. Packets are dropped
 * on their way, never at their sender: a sender that cannot send at all retransmits by other timers.
 */
export class Namespaces implements Network {
  readonly kind = 'namespaces'
  readonly everywhere: readonly string[]
  private readonly numbers: ReadonlyMap<string, number>
  private readonly router: string
  private links: RedirectedLinks | null = null
  /** Hosts without power. */
  private readonly dark = new Set<string>()
  private readonly paths: Paths
  private readonly filter: Filter

  private constructor(
    scenario: Scenario,
    private readonly programs: Programs,
    private readonly name: string,
    delays: readonly Delay[],
  ) {
    this.paths = new Paths(delays)
    this.numbers = new Map(Object.keys(scenario.hosts).map((host, index) => [host, index + 1]))
    this.router = `${name}.router`
    this.everywhere = this.inside(this.router)
    this.filter = new Filter([...this.everywhere, programs.iptablesRestore, '--noflush'])
  }

  static async build(scenario: Scenario, programs: Programs, cleanUp: CleanUp): Promise<Namespaces> {
    const delays = delaysOf(scenario)
    const network = new Namespaces(scenario, programs, `${PREFIX}${process.pid}`, delays)
    cleanUp.add(() => network.remove())
    network.create()
    if (delays.length > 0) network.links = await RedirectedLinks.build(network, scenario, delays, programs, cleanUp)
    return network
  }

  get pids(): readonly number[] {
    return [...this.filter.pids, ...(this.links?.pids ?? [])]
  }

  endpoint(host: string, kind: ServerKind): Endpoint {
    return { address: this.localAddress(host), port: PORTS[kind] }
  }

  direct(host: string, kind: ServerKind): Endpoint {
    return this.endpoint(host, kind)
  }

  localAddress(host: string): string {
    return `10.99.${this.number(host)}.2`
  }

  on(host: string): readonly string[] {
    return this.inside(this.namespace(host))
  }

  prepare(changes: number): void {
    this.filter.prepare(changes)
  }

  slowDown(): void {
    this.paths.slowDown()
    this.links?.tell(this.paths.told)
  }

  async change(change: PathChange): Promise<void> {
    const { cut = [], heal, power } = change
    const drops = cut.map(([from, to]) => `-A FORWARD -s ${this.localAddress(from)} -d ${this.localAddress(to)} -j DROP`)
    const all = heal ? ['-F FORWARD', ...drops, ...[...this.dark].flatMap((host) => this.silence('-A', host))] : drops
    const rules = [...all, ...(power === undefined ? [] : this.switch(power))]
    if (rules.length > 0) await this.filter.change(rules)
    this.paths.change(change)
    this.links?.tell(this.paths.told)
  }

  /** Whoever has no power is silent both ways. */
  private switch({ host, on }: NonNullable<PathChange['power']>): readonly string[] {
    if (on === !this.dark.has(host)) return []
    // With its power went its connections: whoever still has one finds that out by asking.
    if (on)
      execFileSync(this.programs.ip, ['netns', 'exec', this.namespace(host), 'ss', '-K', '-t', 'state', 'all'], {
        stdio: 'ignore',
      })
    if (this.links !== null) throw new Error(`the power of ${host} cannot fail where links are slow: they are relayed`)
    if (on) this.dark.delete(host)
    else this.dark.add(host)
    return this.silence(on ? '-D' : '-A', host)
  }

  private silence(how: '-A' | '-D', host: string): readonly string[] {
    return ['-s', '-d'].map((end) => `${how} FORWARD ${end} ${this.localAddress(host)} -j DROP`)
  }

  started(): void {}

  forget(host: string, kinds: readonly ProcessKind[]): void {
    this.links?.forget(host, kinds)
  }

  private namespace(host: string): string {
    return `${this.name}.${host}`
  }

  private inside(namespace: string): readonly string[] {
    return [this.programs.ip, 'netns', 'exec', namespace]
  }

  private number(host: string): number {
    const number = this.numbers.get(host)
    if (number === undefined) throw new Error(`no host "${host}"`)
    return number
  }

  private create(): void {
    const hosts = [...this.numbers]
    this.ip(
      [],
      [this.router, ...hosts.map(([host]) => this.namespace(host))].map((namespace) => `netns add ${namespace}`),
    )
    this.ip(
      ['-n', this.router],
      hosts.flatMap(([host, number]) => [
        `link add to${number} type veth peer name eth0 netns ${this.namespace(host)}`,
        `address add 10.99.${number}.1/30 dev to${number}`,
        `link set to${number} up`,
      ]),
    )
    for (const [host, number] of hosts) {
      this.ip(
        ['-n', this.namespace(host)],
        [
          'link set lo up',
          `address add 10.99.${number}.2/30 dev eth0`,
          'link set eth0 up',
          `route add default via 10.99.${number}.1`,
        ],
      )
    }
    const [program = '', ...args] = [...this.everywhere, 'sh', '-c', 'echo 1 > /proc/sys/net/ipv4/ip_forward']
    execFileSync(program, args)
  }

  private ip(options: readonly string[], lines: readonly string[]): void {
    execFileSync(this.programs.ip, [...options, '-batch', '-'], {
      input: `${lines.join('\n')}\n`,
      stdio: ['pipe', 'ignore', 'pipe'],
    })
  }

  private remove(): void {
    this.filter.stop()
    removeNamespaces(this.programs.ip, (name) => name.startsWith(`${this.name}.`))
  }
}

/** Whether this user may make network namespaces here. */
export function mayUseNamespaces(programs: Pick<Programs, 'ip'>): boolean {
  const probe = `${PREFIX}${process.pid}.probe`
  try {
    execFileSync(programs.ip, ['netns', 'add', probe], { stdio: 'ignore' })
    execFileSync(programs.ip, ['netns', 'delete', probe], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Removes what labs left behind that were killed without a chance to clean up. */
export function removeLeftovers(programs: Pick<Programs, 'ip'>): void {
  removeNamespaces(programs.ip, (name) => {
    const owner = new RegExp(`^${PREFIX}(\\d+)\\.`).exec(name)?.[1]
    return owner !== undefined && !isAlive(Number(owner))
  })
}

/** With a namespace go its interfaces and rules. */
function removeNamespaces(ip: string, chosen: (name: string) => boolean): void {
  const names = execFileSync(ip, ['netns', 'list'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')
    .filter((name) => name !== '' && chosen(name))
  if (names.length === 0) return
  execFileSync(ip, ['-force', '-batch', '-'], { input: `${names.map((name) => `netns delete ${name}`).join('\n')}\n` })
}
