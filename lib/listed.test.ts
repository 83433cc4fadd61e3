import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => vi.unstubAllEnvs())

async function askedWith(noindex: string) {
  vi.resetModules()
  vi.stubEnv('NOINDEX', noindex)
  const [{ default: robots }, { siteMetadata }] = await Promise.all([
    import('@/app/robots'),
    import('@/components/site/metadata'),
  ])
  return { rules: robots().rules, sitemap: robots().sitemap, page: siteMetadata.robots }
}

test('search engines may list the site', async () => {
  expect(await askedWith('')).toEqual({ rules: { userAgent: '*' }, sitemap: expect.stringMatching(/sitemap\.xml$/), page: null })
})

test('NOINDEX=1 asks them not to, on every page and for the whole site', async () => {
  const page = { index: false, follow: false }
  expect(await askedWith('1')).toEqual({ rules: { userAgent: '*', disallow: '/' }, sitemap: undefined, page })
})
