/** The languages of the site, as they stand in its addresses and in `lang`. The first is the default. */
export const LOCALES = ['en', 'zh-CN'] as const

export type Locale = (typeof LOCALES)[number]

export const DEFAULT_LOCALE: Locale = LOCALES[0]

/** Each language's own name for itself, for the language switch. */
export const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English', 'zh-CN': '中文' }

export function isLocale(value: string): value is Locale {
  return LOCALES.some((locale) => locale === value)
}
