import localFont from 'next/font/local'

// As scripts/fonts.mjs cuts them. Latin only: Chinese is set in the reader's own fonts.
const inter = localFont({ src: '../../.cache/fonts/inter.woff2', weight: '400 700', variable: '--font-inter' })

const jetbrainsMono = localFont({
  src: '../../.cache/fonts/jetbrains-mono.woff2',
  weight: '400 700',
  variable: '--font-jetbrains-mono',
  adjustFontFallback: false,
})

/** Classes that give the root element the names of the fonts. */
export const fontVariables = [inter, jetbrainsMono].map((font) => font.variable).join(' ')
