import type { Config } from 'tailwindcss'

const token = (name: string) => `var(--${name})`

// Colours are the meanings of app/globals.css; nothing else may be coloured.
export default {
  darkMode: ['selector', '[data-theme="dark"]'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      bg: token('bg'),
      ink: token('ink'),
      soft: token('soft'),
      line: token('line'),
      edge: token('edge'),
      panel: token('panel'),
      safe: token('safe'),
      risk: { DEFAULT: token('risk'), fill: token('risk-fill') },
      lost: token('lost'),
      refused: token('refused'),
      cut: token('cut'),
      accent: token('accent'),
    },
    fontFamily: { sans: [token('font-text')], mono: [token('font-code')] },
    extend: {
      maxWidth: { measure: token('measure') },
    },
  },
} satisfies Config
