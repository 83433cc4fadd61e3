import { afterEach, expect, test, vi } from 'vitest'

async function siteAt(address: string) {
  vi.resetModules()
  vi.stubEnv('SITE_ADDRESS', address)
  return import('./site')
}

afterEach(() => vi.unstubAllEnvs())

test('at the root of a host there is no base path', async () => {
  const { site, pagePath, hostPath, absolute } = await siteAt('https://writes.example')
  expect(site).toMatchObject({ address: 'https://writes.example/', basePath: '' })
  expect(hostPath(pagePath('en', 'wait'))).toBe('/en/wait/')
  expect(absolute(pagePath('zh-CN'))).toBe('https://writes.example/zh-CN/')
})

test.each(['https://wiki.example/docs/redis', 'https://wiki.example/docs/redis/'])(
  'the base path follows from %s',
  async (address) => {
    const { site, pagePath, hostPath, absolute } = await siteAt(address)
    expect(site).toMatchObject({ address: 'https://wiki.example/docs/redis/', basePath: '/docs/redis' })
    expect(hostPath(pagePath('en'))).toBe('/docs/redis/en/')
    expect(absolute('sitemap.xml')).toBe('https://wiki.example/docs/redis/sitemap.xml')
  },
)
