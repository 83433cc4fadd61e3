import { type Component, type FunctionComponent, h } from 'preact'

/** A component that is drawn anew only where one of its props is another. */
export function memo<P extends object>(drawn: FunctionComponent<P>): FunctionComponent<P> {
  return function Memo(this: Component<P>, props: P) {
    this.shouldComponentUpdate = (next) => differs(props, next)
    return h<P>(drawn, props)
  }
}

function differs(props: object, next: object): boolean {
  const [before, after] = [Object.entries(props), new Map<string, unknown>(Object.entries(next))]
  return before.length !== after.size || before.some(([name, value]) => after.get(name) !== value)
}
