import { basename } from 'node:path'
import type { Metafile } from 'esbuild'
import type { Locale } from '@/lib/locale'
import type { KindName } from '@/lib/sim/kinds/kinds'
import { kindsOf } from '@/lib/sim/kinds/needed'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { finishedIslands } from '@/scripts/islands.mjs'
import { brotliSize } from './size'

const PAGE = 'components/islands/page.ts'
const island = (locale: Locale) => `components/islands/demo-${locale.toLowerCase()}.ts`
const kindFile = (name: KindName) => `lib/sim/kinds/${name}/kind.ts`

/** One file that a browser fetches. */
interface Chunk {
  /** As it is served in brotli. */
  readonly bytes: number
  /** The files that it is made of. */
  readonly modules: readonly string[]
}

/** All demos as a build bundles them for the browser: what several parts share is a file of its own. */
export class Demos {
  private constructor(
    private readonly outputs: Metafile['outputs'],
    private readonly bytes: ReadonlyMap<string, number>,
  ) {}

  static async bundled(): Promise<Demos> {
    const { metafile, files } = await finishedIslands()
    return new Demos(metafile.outputs, new Map([...files].map(([name, code]) => [name, brotliSize(code)] as const)))
  }

  /** What a page has fetched when a demo of these scenarios is alive: all its scripts. Each file is compressed by itself. */
  shippedFor(scenarios: readonly Scenario[], locale: Locale): readonly Chunk[] {
    const demo = this.withImports(this.outputOf(island(locale)))
    const kinds = scenarios.flatMap((scenario) => [...kindsOf(scenario)]).map((kind) => this.outputOf(kindFile(kind), demo))
    const files = new Set([this.outputOf(PAGE), ...demo, ...kinds].flatMap((file) => [...this.withImports(file)]))
    return [...files].map((file) => ({
      bytes: this.bytes.get(basename(file)) ?? 0,
      modules: Object.keys(this.outputs[file]?.inputs ?? {}),
    }))
  }

  /** Bytes of all that. */
  bytesFor(scenarios: readonly Scenario[], locale: Locale): number {
    return this.shippedFor(scenarios, locale).reduce((sum, { bytes }) => sum + bytes, 0)
  }

  /** Bytes of what a page fetches on top of a demo that is alive, once a file is wanted. */
  bytesOnTop(entry: string, locale: Locale): number {
    const there = [PAGE, island(locale)].flatMap((file) => [...this.withImports(this.outputOf(file))])
    const files = [...this.withImports(this.outputOf(entry))].filter((file) => !there.includes(file))
    return files.reduce((sum, file) => sum + (this.bytes.get(basename(file)) ?? 0), 0)
  }

  /** A file with all that it imports. */
  private withImports(file: string, seen = new Set<string>()): ReadonlySet<string> {
    if (seen.has(file)) return seen
    seen.add(file)
    for (const { path, kind } of this.outputs[file]?.imports ?? []) if (kind === 'import-statement') this.withImports(path, seen)
    return seen
  }

  /** The file that holds a module, or that was made for it; of several, for each language one, that which goes with a demo. */
  private outputOf(entry: string, demo?: ReadonlySet<string>): string {
    const holds = (file: string) => this.outputs[file]?.entryPoint === entry || this.outputs[file]?.inputs[entry] !== undefined
    const found = Object.keys(this.outputs)
      .filter(holds)
      .toSorted((a, b) => Number(this.outputs[b]?.entryPoint === entry) - Number(this.outputs[a]?.entryPoint === entry))
      .find((file) => demo === undefined || [...this.withImports(file)].some((one) => demo.has(one)))
    if (found === undefined) throw new Error(`no demo fetches ${entry}`)
    return found
  }
}
