declare module 'subset-font' {
  interface Options {
    readonly targetFormat: 'truetype' | 'woff2'
    readonly variationAxes: Readonly<Record<string, number>>
  }

  /** A typeface with nothing but what a text needs, and its axes pinned. */
  export default function subset(whole: Buffer, text: string, options: Options): Promise<Buffer>
}
