import { expect, it } from 'vitest'
import { classNamesIn } from './class-names'
import { looksOf, rulesIn } from './style-sheets'

it('finds what a file gives to elements, however it comes there', () => {
  const source = `
    import { elsewhere } from './elsewhere'
    const TONE = { lost: 'text-lost', 'by-name': 'text-safe' } as const
    function sizeOf(kind: string) {
      if (kind === 'not-a-class') return 'size-4'
      return ['size-5', 'shrink-0'].join(' ')
    }
    export function Mark({ kind }: { kind: keyof typeof TONE }) {
      const edge = kind === 'lost' && 'border'
      note.className = 'mt-4'
      return (
        <p className="flex  gap-1" title="not-a-class">
          Don't <b class={TONE[kind]} /> <i className={\`\${elsewhere} italic \${edge} bar-\${kind}\`} />
          <svg className={kind === 'lost' ? sizeOf('neither') : undefined} />
        </p>
      )
    }`
  const found = ['mt-4', 'flex', 'gap-1', 'text-lost', 'text-safe', 'italic', 'border', 'bar-…', 'size-4', 'size-5', 'shrink-0']
  expect([...classNamesIn(source)].sort()).toEqual(found.sort())
})

it('sees the same look under two names, whatever stands around it', () => {
  const rules = rulesIn(`
    .a, .b:is(.c, .d) { color: red; /* ; */ content: "{" }
    @media print { .a { top: 0; left: 0 } .e { left: 0; top: 0; } }
    .e { content: "{"; color: red }
    .f { left: 0; top: 0; }
  `)
  expect(looksOf('a', rules)).toBe(looksOf('e', rules))
  expect(looksOf('f', rules)).not.toBe(looksOf('e', rules))
  expect(looksOf('c', rules)).toBe('.b:is(.&, .d) | color: red | content: "{"')
})
