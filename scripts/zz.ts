import { guideLines, guideFile } from '@/lib/guide/files'
import { USUAL } from '@/lib/guide/answers'
for (const f of ['redis.conf','sentinel.conf'] as const) { for (const g of guideLines(f)) console.log(JSON.stringify(g)) 
console.log(guideFile({...USUAL,power:'yes',wait:'yes'}, f)) }
