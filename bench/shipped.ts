import { gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'
import type { Locale } from '@/lib/locale'
import type { KindName } from '@/lib/sim/kinds/kinds'
import { kindsOf } from '@/lib/sim/kinds/needed'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { ROOT } from './size'

const player = (locale: Locale) => `components/demo/player-${locale.toLowerCase()}.tsx`
const LIFE = 'components/demo/simulate.ts'
const kindFile = (name: KindName) => `lib/sim/kinds/${name}/kind.ts`

/** One file that a browser fetches. */
interface Chunk {
  /** Of the bundle, as it is served. */
  readonly bytes: number
  /** The files of this project that it is made of. */
  readonly modules: readonly string[]
}

/** All demos as they are bundled for the browser: what several parts share is a file of its own. */
export class Demos {
  private constructor(
    private readonly outputs: Metafile['outputs'],
    private readonly bytes: ReadonlyMap<string, number>,
  ) {}

  static async bundled(locales: readonly Locale[]): Promise<Demos> {
    const { metafile, outputFiles } = await build({
      absWorkingDir: ROOT,
      entryPoints: locales.map(player),
      bundle: true,
      splitting: true,
      packages: 'external',
      minify: true,
      format: 'esm',
      target: 'es2022',
      jsx: 'automatic',
      outdir: 'out',
      write: false,
      metafile: true,
    })
    const bytes = outputFiles.map(({ path, contents }) => [path, gzipSync(contents, { level: 9 }).length] as const)
    return new Demos(metafile.outputs, new Map(bytes))
  }

  /** What a page fetches for a demo of these scenarios, without React. Each file is compressed by itself. */
  shippedFor(scenarios: readonly Scenario[], locale: Locale): readonly Chunk[] {
    const entries = [player(locale), LIFE, ...scenarios.flatMap((scenario) => [...kindsOf(scenario)]).map(kindFile)]
    const seen = new Set<string>()
    const visit = (file: string): void => {
      if (seen.has(file)) return
      seen.add(file)
      for (const { path, kind, external } of this.outputs[file]?.imports ?? [])
        if (kind === 'import-statement' && external !== true) visit(path)
    }
    for (const entry of entries) visit(this.outputOf(entry))
    return [...seen].map((file) => ({ bytes: this.sizeOf(file), modules: Object.keys(this.outputs[file]?.inputs ?? {}) }))
  }

  /** Bytes of all that. */
  bytesFor(scenarios: readonly Scenario[], locale: Locale): number {
    return this.shippedFor(scenarios, locale).reduce((sum, { bytes }) => sum + bytes, 0)
  }

  private outputOf(entry: string): string {
    const found = Object.keys(this.outputs).find((file) => this.outputs[file]?.entryPoint === entry)
    if (found === undefined) throw new Error(`no demo fetches ${entry}`)
    return found
  }

  private sizeOf(file: string): number {
    const path = [...this.bytes.keys()].find((one) => one.endsWith(file))
    return this.bytes.get(path ?? '') ?? 0
  }
}
