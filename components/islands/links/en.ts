import { linksIn } from '@/components/demo/link/follow'
import { links } from '@/lib/words/en/demo/links'

export const { follow, sayMissing } = linksIn(links)
