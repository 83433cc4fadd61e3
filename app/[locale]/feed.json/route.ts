import { feedIn, feedParams } from '@/components/site/feed-route'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = feedParams
export const GET = feedIn('json')
