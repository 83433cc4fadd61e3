import { siteIndex } from '@/components/site/site-index'

// What the site holds, for programs.
export const dynamic = 'force-static'

export function GET() {
  return Response.json(siteIndex())
}
