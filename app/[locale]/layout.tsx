import type { Metadata, Viewport } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Document } from '@/components/site/document'
import { siteMetadata, siteViewport } from '@/components/site/metadata'
import { isLocale, LOCALES } from '@/lib/locale'
import '../globals.css'

export const dynamicParams = false
export const metadata: Metadata = siteMetadata
export const viewport: Viewport = siteViewport

export function generateStaticParams() {
  return LOCALES.map((locale) => ({ locale }))
}

export default async function LocaleLayout({ children, params }: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  return <Document lang={locale}>{children}</Document>
}
