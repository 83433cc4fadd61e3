import { expect, test, vi } from 'vitest'
import { Failure } from '../lib/terminal/failure.mjs'
import { watch } from './watch.mjs'

// Each test starts processes.
vi.setConfig({ testTimeout: 60_000 })

const lasting = [process.execPath, '-e', 'setInterval(() => {}, 1000)']
const ending = (code: number) => [process.execPath, '-e', `process.exit(${code})`]

test.each([0, 3])('when one program ends with %d, all end with it', async (code) => {
  expect(await watch([lasting, ending(code), lasting], { stdio: 'ignore' })).toBe(code)
})

test('a program that is not there is a sentence, and ends the others', async () => {
  const work = watch([lasting, ['/nowhere/next']], { stdio: 'ignore' })
  await expect(work).rejects.toThrow(Failure)
  await expect(work).rejects.toThrow('/nowhere/next')
})

test('told to end, it ends what it runs', async () => {
  const listeners = process.listeners('SIGTERM')
  const work = watch([lasting, lasting], { stdio: 'ignore' })
  const [stop] = process.listeners('SIGTERM').filter((listener) => !listeners.includes(listener))
  stop?.('SIGTERM')
  expect(await work).toBe(0)
  expect(process.listeners('SIGTERM')).toEqual(listeners)
})
