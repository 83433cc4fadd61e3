import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Document } from '@/components/site/document'
import { siteMetadata, siteViewport } from '@/components/site/metadata'
import { DEFAULT_LOCALE } from '@/lib/locale'
import '../globals.css'

export const metadata: Metadata = siteMetadata
export const viewport: Viewport = siteViewport

export default function RootLayout({ children }: { children: ReactNode }) {
  return <Document lang={DEFAULT_LOCALE}>{children}</Document>
}
