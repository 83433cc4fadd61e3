import { links } from './links'
import { oldTerms } from './old-terms'
import { placeholders } from './placeholders'
import { recommendations } from './recommendations'
import type { Rule } from './source'
import { tags } from './tags'
import { terms } from './terms'
import { translations } from './translations'
import { typedFigures } from './typed-figures'

/** What every article keeps to beyond what compiles, by name. */
export const RULES = {
  links,
  oldTerms,
  placeholders,
  recommendations,
  tags,
  terms,
  translations,
  typedFigures,
} as const satisfies Readonly<Record<string, Rule>>
