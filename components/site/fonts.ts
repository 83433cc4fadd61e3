import localFont from 'next/font/local'

// Latin only: Chinese is set in the reader's own fonts. The italic and the mono are fetched when a page first uses them.
const inter = localFont({
  src: '../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-inter',
})

const interItalic = localFont({
  src: '../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-italic.woff2',
  weight: '100 900',
  style: 'italic',
  variable: '--font-inter-italic',
  preload: false,
})

const jetbrainsMono = localFont({
  src: '../../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  weight: '100 800',
  variable: '--font-jetbrains-mono',
  preload: false,
  adjustFontFallback: false,
})

/** Classes that give the root element the names of the fonts. */
export const fontVariables = [inter, interItalic, jetbrainsMono].map((font) => font.variable).join(' ')
