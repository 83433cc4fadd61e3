import { editAddress, siteAddress } from './scripts/address.mjs'
import { commitOf } from './scripts/commit.mjs'

const address = siteAddress()

/** @type {import('next').NextConfig} */
export default {
  output: 'export',
  // Where an export goes; scripts/build-site.mjs moves it to out/ when it is complete.
  distDir: process.env.BUILD_INTO ?? '.next',
  // The same sources make the same bytes; by itself Next names each build at random.
  generateBuildId: () => process.env.BUILD_ID ?? null,
  trailingSlash: true,
  basePath: address.basePath,
  env: { SITE_ADDRESS: address.href, EDIT_ADDRESS: editAddress(), COMMIT: commitOf(import.meta.dirname) },
  images: { unoptimized: true },
  // "How we know" simulates whatever is not in its cache before it is drawn; that takes longer than Next would wait.
  staticPageGenerationTimeout: 600,
  turbopack: { root: import.meta.dirname },
  devIndicators: false,
}
