import { siteAddress } from './scripts/address.mjs'

const address = siteAddress()

/** @type {import('next').NextConfig} */
export default {
  output: 'export',
  trailingSlash: true,
  basePath: address.basePath,
  env: { SITE_ADDRESS: address.href },
  images: { unoptimized: true },
  // "How we know" simulates thousands of runs before it is drawn; a busy machine takes longer over it than Next would wait.
  staticPageGenerationTimeout: 600,
  turbopack: { root: import.meta.dirname },
  devIndicators: false,
}
