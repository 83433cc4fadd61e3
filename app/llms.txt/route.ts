import { overview } from '@/components/site/overview'

// What the site holds, for language models (https://llmstxt.org).
export const dynamic = 'force-static'

export function GET() {
  return new Response(overview(), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
