import type { Config } from 'tailwindcss'

const token = (name: string) => `var(--${name})`

const cover = (to: string) => `linear-gradient(to ${to}, var(--bg) 35%, transparent)`
const shadow = (to: string) => `linear-gradient(to ${to}, color-mix(in srgb, var(--ink) 22%, transparent), transparent)`

// Colours are the meanings of app/tokens.css; nothing else may be coloured.
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
      value: token('value'),
      accent: token('accent'),
    },
    // Sizes alone: how far apart lines are follows from what they are lines of.
    fontSize: {
      xs: '0.8125rem',
      sm: '0.875rem',
      md: '0.9375rem',
      base: '1.0625rem',
      lg: '1.1875rem',
      xl: '1.375rem',
      '2xl': '1.5625rem',
    },
    fontFamily: { sans: [token('font-text')], mono: [token('font-code')] },
    extend: {
      // Text and figure stand side by side; the margin holds what else stands under the head of a page.
      screens: { wide: '68.75rem', broad: '103rem' },
      maxWidth: { measure: token('measure') },
      borderRadius: { panel: '14px' },
      fontWeight: { strong: '650' },
      // The shadows of a box stay at its sides, the covers move with what scrolls in it.
      backgroundImage: { 'scroll-edges': [cover('right'), cover('left'), shadow('right'), shadow('left')].join(', ') },
      animation: { 'header-edge': 'header-edge linear both' },
      keyframes: { 'header-edge': { to: { borderBottomColor: token('line') } } },
    },
  },
} satisfies Config
