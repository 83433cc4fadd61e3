import { connect, type Socket } from 'node:net'
import { encodeCommand, ReplyReader } from '../resp'
import type { Ear, Endpoint, Language, Session, Speaker } from './connection'
import { SqlSession } from './sql-session'

export function openSession(language: Language, who: Speaker, to: Endpoint, localAddress: string | null, ear: Ear): Session {
  return language === 'sql' ? new SqlSession(to, who, ear) : new RespSession(to, localAddress, ear)
}

class RespSession implements Session {
  private readonly socket: Socket
  private readonly reader = new ReplyReader()
  private opened = false
  private over = false

  constructor(to: Endpoint, localAddress: string | null, ear: Ear) {
    this.socket = connect({ host: to.address, port: to.port, noDelay: true, ...(localAddress !== null && { localAddress }) })
    this.socket.on('connect', () => {
      this.opened = true
      if (!this.over) ear.open()
    })
    this.socket.on('data', (bytes) => {
      for (const reply of this.reader.read(bytes)) if (!this.over) ear.reply(reply)
    })
    // An error is always followed by `close`.
    this.socket.on('error', () => {})
    this.socket.on('close', () => {
      if (this.over) return
      this.over = true
      ear.closed(this.opened ? 'closed' : 'refused')
    })
    this.socket.on('end', () => this.socket.destroy())
  }

  send(words: readonly string[]): void {
    this.socket.write(encodeCommand(words))
  }

  leave(): void {
    this.over = true
    this.socket.destroy()
  }
}
