import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reply } from '@/lib/sim/journal'
import type { LockClient } from '@/lib/sim/kinds/lock/spec'
import type { ProcessKind } from '@/lib/sim/scenario/process'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { type Named, processesNamed } from '@/lib/sim/scenario/target'
import type { CleanUp } from '../clean-up'
import type { FromLocker, LockerBegin } from '../locker/protocol'
import type { Network, ServerKind } from '../network/network'
import { Operator } from '../operator/operator'
import type { FromResource, ToResource } from '../resource/protocol'
import type { Endpoint, Language } from '../writer/connection'
import type { FromWriter, ToWriter } from '../writer/protocol'
import { Child } from './child'
import { redisConf, sentinelConf } from './conf'
import { Disk } from './disk'
import { asMariadb, fromMariadb } from './mariadb'
import { myCnf, uuidOf } from './my-cnf'
import { copyData } from './mysql-data'
import type { Programs } from './programs'

/** The processes of a scenario, each on its host with a directory of its own. */
export class Cluster {
  readonly operator: Operator
  private readonly children = new Map<string, Child>()
  private readonly paused = new Set<string>()
  /** Of the hosts that will lose their power. */
  private readonly disks = new Map<string, Disk>()
  /** Set when time zero is known: a client that is started later counts from it too. */
  private zero: bigint | null = null

  constructor(
    readonly scenario: Scenario,
    readonly network: Network,
    private readonly programs: Programs,
    private readonly directory: string,
    cleanUp: CleanUp,
  ) {
    cleanUp.add(() => this.killAll())
    this.operator = new Operator([...network.everywhere, process.execPath, programs.operator])
    for (const [host, spec] of Object.entries(scenario.hosts)) {
      mkdirSync(this.home(host))
      if (scenario.actions.some((action) => 'powerOff' in action && action.powerOff === host))
        this.disks.set(host, Disk.attach(this.home(host), cleanUp))
      if (spec.redis !== undefined)
        writeFileSync(join(this.home(host), 'redis.conf'), redisConf(host, spec.redis, network) + this.placesOf(host))
      if (spec.sentinel !== undefined)
        writeFileSync(join(this.home(host), 'sentinel.conf'), sentinelConf(host, spec.sentinel, network))
    }
    for (const [index, host] of this.hostsWith('mysql').entries()) this.prepareMysql(host, index + 1)
  }

  /** Of everything that runs. */
  get pids(): readonly number[] {
    const running = [...this.children.values()].filter((child) => child.running)
    return [this.operator.pid, ...running.map(({ pid }) => pid)].filter((pid) => pid !== undefined)
  }

  hostsWith(kind: ProcessKind): readonly string[] {
    return Object.entries(this.scenario.hosts).flatMap(([host, spec]) => (spec[kind] === undefined ? [] : [host]))
  }

  /** The processes that a target of an action names: one of a host, or all of them. */
  kindsOf(target: string): Named {
    return processesNamed(target, this.scenario.hosts)
  }

  /** Where a process writes its log. */
  log(host: string, kind: ProcessKind): string {
    return join(this.home(host), `${kind}.log`)
  }

  start(host: string, kind: ProcessKind): void {
    if (kind === 'client' || kind === 'resource') {
      void (kind === 'client' ? this.startClient(host) : this.startResource(host))
      return
    }
    const command = [...this.network.on(host), ...this.commandOf(host, kind)]
    this.children.set(`${host}.${kind}`, Child.withOutput(command, this.home(host), join(this.home(host), `${kind}.out`)))
    this.network.started(host, kind)
  }

  /** Starts a client; settled when it has a connection. */
  startClient(host: string): Promise<void> {
    const { writer, locker } = this.programs
    const spec = this.scenario.hosts[host]?.client
    if (spec?.lock === undefined) return this.startOwn<FromWriter>(host, 'client', writer, this.beginOf(host))
    return this.startOwn<FromLocker>(host, 'client', locker, this.lockerOf(host, spec))
  }

  /** Starts what locks protect; settled when it listens. */
  startResource(host: string): Promise<void> {
    const spec = this.scenario.hosts[host]?.resource
    if (spec === undefined) throw new Error(`no resource on host "${host}"`)
    const to = this.network.direct(host, 'resource')
    const begin: ToResource = { type: 'begin', host, spec, listen: to, log: this.log(host, 'resource') }
    return this.startOwn<FromResource>(host, 'resource', this.programs.resource, begin)
  }

  /** Starts a program of the lab's own; settled when it says that it is ready. */
  private startOwn<T>(host: string, kind: 'client' | 'resource', program: string, begin: unknown): Promise<void> {
    return new Promise((resolve) => {
      const child = Child.speaking<T>([...this.network.on(host), process.execPath, program], () => resolve())
      this.children.set(`${host}.${kind}`, child)
      child.tell(begin)
      if (this.zero !== null) child.tell({ type: 'zero', nanos: String(this.zero) })
    })
  }

  /** Whether its servers of MySQL are MariaDB. */
  get isMariadb(): boolean {
    return this.programs.mysql?.name === 'MariaDB'
  }

  /** A statement of MySQL as its servers take it. */
  spoken(statement: string): string {
    return this.isMariadb ? asMariadb(statement) : statement
  }

  /** The answer to a statement of the lab's own, null when there was none in time, with the names of MySQL. */
  async query(host: string, statement: string): Promise<Reply> {
    return this.heard(await this.operator.query(this.network.direct(host, 'mysql'), this.spoken(statement)))
  }

  /** An answer with the names of MySQL. */
  heard(reply: Reply): Reply {
    return this.isMariadb ? fromMariadb(reply) : reply
  }

  /** What the servers understand that this client, or somebody on this host, speaks to. */
  languageOf(host: string): Language {
    const { hosts } = this.scenario
    const server = hosts[host]?.client?.connect ?? host
    return typeof server !== 'string' || hosts[server]?.mysql === undefined ? 'resp' : 'sql'
  }

  tellClient(host: string, message: ToWriter): void {
    this.children.get(`${host}.client`)?.tell(message)
  }

  /** Time starts: the writers count from here. */
  startTime(zero: bigint): void {
    this.zero = zero
    for (const kind of ['client', 'resource'] as const)
      for (const host of this.hostsWith(kind)) this.children.get(`${host}.${kind}`)?.tell({ type: 'zero', nanos: String(zero) })
  }

  kill(host: string, kinds: readonly ProcessKind[]): void {
    this.network.forget(host, kinds)
    this.signal(host, kinds, 'SIGKILL')
  }

  signal(host: string, kinds: readonly ProcessKind[], signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
    for (const kind of kinds) {
      this.children.get(`${host}.${kind}`)?.signal(signal)
      if (signal === 'SIGSTOP') this.paused.add(`${host}.${kind}`)
      else this.paused.delete(`${host}.${kind}`)
    }
  }

  /** Its peers hear nothing more, its processes are gone, and its disk has what was fsynced. */
  async powerOff(host: string): Promise<void> {
    await this.network.change({ power: { host, on: false } })
    const { kinds } = this.kindsOf(host)
    this.kill(host, kinds)
    await Promise.all(kinds.map((kind) => this.children.get(`${host}.${kind}`)?.ended))
    this.disks.get(host)?.losePower()
  }

  /** Does nothing where it has power. */
  powerOn(host: string): Promise<void> {
    return this.network.change({ power: { host, on: true } })
  }

  state(host: string, kind: ProcessKind): 'running' | 'paused' | 'dead' {
    const name = `${host}.${kind}`
    if (this.children.get(name)?.running !== true) return 'dead'
    return this.paused.has(name) ? 'paused' : 'running'
  }

  /** Ends every process of the cluster, and only those. */
  killAll(): void {
    for (const child of this.children.values()) child.signal('SIGKILL')
    this.operator.stop()
  }

  /** Settled when all of them are gone. */
  async end(): Promise<void> {
    this.killAll()
    await Promise.all([...this.children.values()].map(({ ended }) => ended))
  }

  private home(host: string): string {
    return join(this.directory, host)
  }

  /** Where a server with a disk of its own keeps its data; the log stays readable whatever becomes of that. */
  private placesOf(host: string): string {
    const disk = this.disks.get(host)
    return disk === undefined ? '' : `dir ${disk.mountPoint}\nlogfile ${this.log(host, 'redis')}\n`
  }

  private prepareMysql(host: string, number: number): void {
    const { network, programs, scenario } = this
    const spec = scenario.hosts[host]?.mysql
    if (spec === undefined || programs.mysql === null) throw new Error(`no MySQL for host "${host}"`)
    const home = this.home(host)
    copyData(programs.mysql.template, join(home, 'data'), uuidOf(number))
    writeFileSync(join(home, 'my.cnf'), myCnf(number, spec, home, network.direct(host, 'mysql'), programs.mysql.name))
  }

  private commandOf(host: string, kind: Exclude<ServerKind, 'resource'>): readonly string[] {
    const { redis, mysql } = this.programs
    const file = (name: string) => join(this.home(host), name)
    if (kind === 'mysql' && mysql !== null) return [mysql.program, `--defaults-file=${file('my.cnf')}`, ...mysql.places]
    if (kind === 'mysql' || redis === null) throw new Error(`no program for ${kind} on host "${host}"`)
    return kind === 'redis' ? [redis.server, file('redis.conf')] : [redis.sentinel, file('sentinel.conf')]
  }

  private beginOf(host: string): ToWriter {
    const { scenario, network } = this
    const spec = scenario.hosts[host]?.client
    if (spec === undefined || spec.lock !== undefined) throw new Error(`no client that writes on host "${host}"`)
    return {
      type: 'begin',
      host,
      spec,
      workload: scenario.workload,
      language: this.languageOf(host),
      servers: { ...this.endpoints('redis'), ...this.endpoints('mysql') },
      sentinels: this.endpoints('sentinel'),
      localAddress: network.kind === 'loopback' ? network.localAddress(host) : null,
      log: this.log(host, 'client'),
    }
  }

  private lockerOf(host: string, spec: LockClient): LockerBegin {
    const { scenario, network } = this
    const { connect, lock } = spec
    const monitored = Object.values(scenario.hosts).find(({ sentinel }) => sentinel !== undefined)?.sentinel?.monitor
    const primary = typeof connect !== 'string' ? (connect[0] ?? '') : connect === 'sentinel' ? (monitored ?? '') : connect
    return {
      type: 'begin',
      host,
      spec,
      servers: this.endpoints('redis'),
      sentinels: this.endpoints('sentinel'),
      primary,
      replicas: Object.values(scenario.hosts).filter(({ redis }) => redis?.replicaOf === primary).length,
      resource: lock.writesTo === undefined ? null : network.endpoint(lock.writesTo, 'resource'),
      localAddress: network.kind === 'loopback' ? network.localAddress(host) : null,
      log: this.log(host, 'client'),
    }
  }

  private endpoints(kind: ServerKind): Readonly<Record<string, Endpoint>> {
    return Object.fromEntries(this.hostsWith(kind).map((host) => [host, this.network.endpoint(host, kind)]))
  }
}
