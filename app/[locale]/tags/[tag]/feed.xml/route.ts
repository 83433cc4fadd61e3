import { feedIn, tagFeedParams } from '@/components/site/feed-route'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = tagFeedParams
export const GET = feedIn('rss')
