import { siteAddress } from './scripts/address.mjs'

const address = siteAddress()

/** @type {import('next').NextConfig} */
export default {
  output: 'export',
  trailingSlash: true,
  basePath: address.basePath,
  env: { SITE_ADDRESS: address.href },
  images: { unoptimized: true },
  turbopack: { root: import.meta.dirname },
  devIndicators: false,
}
