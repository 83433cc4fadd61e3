import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ISLANDS_FOLDER, islandFiles } from '@/components/site/islands'

// The files that esbuild made of what is alive on the pages: written out by a build, read anew at each request while the site is written.
export const dynamic = 'force-static'
export const dynamicParams = false

export function generateStaticParams() {
  return islandFiles().map((file) => ({ file }))
}

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params
  return new Response(readFileSync(join(ISLANDS_FOLDER, file)), { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
}
