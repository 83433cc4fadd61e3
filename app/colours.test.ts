import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

type Rgb = readonly [number, number, number]

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const declared = [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
const themes = {
  light: new Map(declared.map(([, name = '', light = '']) => [name, linear(light)])),
  dark: new Map(declared.map(([, name = '', , dark = '']) => [name, linear(dark)])),
}

function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** WCAG 2: relative luminance, contrast. */
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b
function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const times = (matrix: readonly Rgb[], [x, y, z]: Rgb) => matrix.map(([a, b, c]) => a * x + b * y + c * z)

/** How far apart two colours look (distance in Oklab) to a reader with the given vision (Machado and others, 2009). */
function distance(a: Rgb, b: Rgb, vision: readonly Rgb[]): number {
  const oklab = (colour: Rgb) => {
    const seen = times(vision, colour).map((value) => Math.max(0, value))
    const cones = times(
      [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
      ],
      [seen[0] ?? 0, seen[1] ?? 0, seen[2] ?? 0],
    ).map(Math.cbrt)
    return times(
      [
        [0.2104542553, 0.793617785, -0.0040720468],
        [1.9779984951, -2.428592205, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.808675766],
      ],
      [cones[0] ?? 0, cones[1] ?? 0, cones[2] ?? 0],
    )
  }
  const [from, to] = [oklab(a), oklab(b)]
  return Math.hypot(...from.map((value, index) => value - (to[index] ?? 0)))
}

const VISIONS: Record<string, readonly Rgb[]> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
}

describe.each(['light', 'dark'] as const)('the %s theme', (name) => {
  const colour = (token: string): Rgb => {
    const found = themes[name].get(token)
    if (!found) throw new Error(`tokens.css declares no --${token}`)
    return found
  }

  test.each(['ink', 'soft', 'safe', 'risk', 'lost', 'refused', 'value', 'accent'])('%s is legible on every ground', (token) => {
    for (const ground of ['bg', 'panel', 'cut']) {
      expect(contrast(colour(token), colour(ground)), ground).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('edges of controls stand out from their ground', () => {
    for (const ground of ['bg', 'panel']) expect(contrast(colour('edge'), colour(ground)), ground).toBeGreaterThanOrEqual(3)
  })

  test.each(Object.keys(VISIONS))('areas of safe, at risk and lost are told apart with %s vision', (vision) => {
    for (const [a, b] of [
      ['safe', 'lost'],
      ['safe', 'risk-fill'],
      ['risk-fill', 'lost'],
    ] as const) {
      expect(distance(colour(a), colour(b), VISIONS[vision] ?? []), `${a}, ${b}`).toBeGreaterThan(0.1)
    }
  })
})
