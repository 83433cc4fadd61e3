// Simulates what the pages "How we know" and the guide to the settings show, and keeps the outcomes in .cache/: a stage of `npm run build`; beside
// `npm run dev` with `--aside`, which leaves the processor to whoever else wants it.
import { constants, setPriority } from 'node:os'
import { kernelHash } from '@/lib/evidence/kernel-hash'
import { RunCache } from '@/lib/evidence/run-cache'
import { guideHash } from '@/lib/guide/guide-hash'

if (process.argv.includes('--aside')) setPriority(constants.priority.PRIORITY_LOW)
const cache = new RunCache(kernelHash())
const guide = guideHash()
// Imported after the hash was taken: the kernel that runs is the one that was hashed, unless its sources hash otherwise by then.
const { fillCache } = await import('@/lib/evidence/evidence')
await fillCache(cache)
const { keepOutcomes } = await import('@/lib/guide/kept')
keepOutcomes(guide)
