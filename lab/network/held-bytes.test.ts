import { expect, it, vi } from 'vitest'
import { HeldBytes } from './held-bytes'

function held({ open = true }: { readonly open?: boolean } = {}) {
  const path = { cut: false }
  const arrived: string[] = []
  const direction = new HeldBytes(
    () => 5,
    () => path.cut,
    (bytes) => arrived.push(bytes === null ? 'end' : bytes.toString()),
    open,
  )
  return { path, arrived, direction }
}

it('bytes arrive later, in order, and then the end', async () => {
  const { arrived, direction } = held()
  direction.add(Buffer.from('a'))
  direction.add(Buffer.from('b'))
  direction.add(null)
  expect(arrived).toEqual([])
  await vi.waitFor(() => expect(arrived).toEqual(['a', 'b', 'end']))
})

it('what was sent before the connection is open waits for it', async () => {
  const { arrived, direction } = held({ open: false })
  direction.add(Buffer.from('a'))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(arrived).toEqual([])
  direction.release()
  await vi.waitFor(() => expect(arrived).toEqual(['a']))
})

it('a dying sender takes with it what has not arrived, but for the end', async () => {
  const { arrived, direction } = held()
  direction.add(Buffer.from('a'))
  direction.forget()
  direction.add(Buffer.from('b'))
  direction.add(null)
  await vi.waitFor(() => expect(arrived).toEqual(['end']))
})

it('nothing arrives while the path is cut; all of it after the heal', async () => {
  const { path, arrived, direction } = held()
  path.cut = true
  direction.add(Buffer.from('a'))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(arrived).toEqual([])
  path.cut = false
  direction.pathChanged()
  direction.add(Buffer.from('b'))
  await vi.waitFor(() => expect(arrived).toEqual(['a', 'b']))
})
