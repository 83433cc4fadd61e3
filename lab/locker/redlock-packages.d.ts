// What the lab uses of both versions of the package `redlock`: one has no types, the other’s are not found through its exports.

declare module 'redlock' {
  interface Lock {
    readonly expiration: number
    extend(ttl: number): Promise<Lock>
    release(): Promise<unknown>
  }

  export default class Redlock {
    constructor(clients: readonly unknown[], settings?: object)
    acquire(resources: string[], ttl: number, settings?: object): Promise<Lock>
    extend(lock: Lock, ttl: number, settings?: object): Promise<Lock>
    using<T>(resources: string[], ttl: number, routine: (signal: AbortSignal) => Promise<T>): Promise<T>
  }
}

declare module 'redlock-4' {
  interface Lock {
    readonly expiration: number
    unlock(): Promise<void>
  }

  export default class Redlock {
    constructor(clients: readonly unknown[], options?: object)
    lock(resource: string, ttl: number): Promise<Lock>
  }
}
