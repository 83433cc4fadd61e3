import { linksIn } from '@/components/demo/link/follow'
import { links } from '@/lib/words/zh-CN/demo/links'

export const { follow, sayMissing } = linksIn(links)
