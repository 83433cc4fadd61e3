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
    const entries = [PAGE, island(locale), ...scenarios.flatMap((scenario) => [...kindsOf(scenario)]).map(kindFile)]
    const seen = new Set<string>()
    const visit = (file: string): void => {
      if (seen.has(file)) return
      seen.add(file)
      for (const { path, kind } of this.outputs[file]?.imports ?? []) if (kind === 'import-statement') visit(path)
    }
    for (const entry of entries) visit(this.outputOf(entry))
    return [...seen].map((file) => ({
      bytes: this.bytes.get(basename(file)) ?? 0,
      modules: Object.keys(this.outputs[file]?.inputs ?? {}),
    }))
  }

  /** Bytes of all that. */
  bytesFor(scenarios: readonly Scenario[], locale: Locale): number {
    return this.shippedFor(scenarios, locale).reduce((sum, { bytes }) => sum + bytes, 0)
  }

  private outputOf(entry: string): string {
    const files = Object.keys(this.outputs)
    // What every demo has is no file of its own.
    const found =
      files.find((file) => this.outputs[file]?.entryPoint === entry) ??
      files.find((file) => this.outputs[file]?.inputs[entry] !== undefined)
    if (found === undefined) throw new Error(`no demo fetches ${entry}`)
    return found
  }
}
