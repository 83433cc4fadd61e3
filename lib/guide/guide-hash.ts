import { kernelHash, MADE_BY } from '@/lib/evidence/kernel-hash'

/** The hash of what the outcomes of the guide are made by, besides their scenarios: the kernel, what judges its runs, what sums them up. */
export function guideHash(): string {
  return kernelHash(process.cwd(), [...MADE_BY, 'lib/guide/outcome.ts'])
}
