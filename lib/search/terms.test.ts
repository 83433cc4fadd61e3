import { describe, expect, it } from 'vitest'
import { saidIn, termsAsked, termsOf } from './terms'

describe('the terms of a text', () => {
  it('are its words in small letters, whatever stands between them', () => {
    expect(termsOf('Two servers say “role:master”.')).toEqual(['two', 'servers', 'say', 'role', 'master'])
  })

  it('keep together what is joined, and have its parts beside it', () => {
    expect(termsOf('min-replicas-max-lag')).toEqual(['min-replicas-max-lag', 'min', 'replicas', 'max', 'lag'])
    expect(termsOf('master_repl_offset')).toEqual(['master_repl_offset', 'master', 'repl', 'offset'])
    expect(termsOf('-failover-abort-not-elected')[0]).toBe('failover-abort-not-elected')
  })

  it('leave a version whole', () => {
    expect(termsOf('Redis 7.0.15.')).toEqual(['redis', '7.0.15'])
  })

  it('are pairs of neighbours in Chinese, and the last character', () => {
    expect(termsOf('主从切换')).toEqual(['主从', '从切', '切换', '换'])
    expect(termsOf('锁')).toEqual(['锁', '锁'])
  })

  it('part Latin and Chinese that nothing parts', () => {
    expect(termsOf('用WAIT命令')).toEqual(['用', '用', 'wait', '命令', '令'])
    expect(termsOf('everysec_断电')).toEqual(['everysec', '断电', '电'])
  })

  it('do not depend on the width of letters', () => {
    expect(termsOf('ＷＡＩＴ　２')).toEqual(['wait', '2'])
  })

  it('are none where there is no word', () => {
    expect(termsOf(' …“”<>/ ')).toEqual([])
  })
})

describe('the terms that are asked for', () => {
  it('are each there once, and no lone character at the end of a run', () => {
    expect(termsAsked('脑裂 脑裂')).toEqual(['脑裂'])
    expect(termsAsked('锁')).toEqual(['锁'])
    expect(termsAsked('WAIT wait')).toEqual(['wait'])
  })

  it('are all found in a text that holds the query', () => {
    const text = termsOf('Redisson 主从切换时锁丢失：None of slaves were synced, min-slaves-max-lag 10')
    for (const query of ['主从切换时锁丢失', 'slaves were synced', 'min-slaves-max-lag', '10']) {
      expect(text).toEqual(expect.arrayContaining(termsAsked(query)))
    }
  })

  it('are without what tells nothing', () => {
    const unsaid = ['redis', 'how', 'to', '怎么办', '的']
    expect(termsAsked('How to fix Redis', unsaid)).toEqual(['fix'])
    expect(termsAsked('redis 的锁丢了怎么办', unsaid)).toEqual(['锁丢', '丢了'])
    // A part of a directive is no word of a question.
    expect(termsAsked('min-replicas-to-write', unsaid)).toContain('min-replicas-to-write')
  })

  it('are what was typed where all of it tells nothing', () => {
    expect(termsAsked('redis', ['redis'])).toEqual(['redis'])
    expect(saidIn('  How  TO ', ['how', 'to'])).toBe('how to')
  })
})
