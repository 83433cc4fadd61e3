import type { MetadataRoute } from 'next'
import { listed } from '@/lib/listed'
import { absolute } from '@/lib/site'

export const dynamic = 'force-static'

export default function robots(): MetadataRoute.Robots {
  if (!listed) return { rules: { userAgent: '*', disallow: '/' } }
  return { rules: { userAgent: '*' }, sitemap: absolute('sitemap.xml') }
}
