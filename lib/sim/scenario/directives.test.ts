import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REDIS_DEFAULTS, SENTINEL_DEFAULTS } from '../defaults'
import type { ConfForm, ConfOf, ConfValues, Directive, Directives } from '../kinds/directive'
import { REDIS_DIRECTIVES } from '../kinds/redis/conf'
import { SENTINEL_DIRECTIVES } from '../kinds/sentinel/conf'
import { CONF_FORMS } from './conf-forms'
import { readConf, writtenConf } from './directives'
import { Field } from './field'

const read = (rows: Directives, conf: object) => readConf(new Field(conf, 'conf'), rows)

function describeTable<Rows extends Directives>(file: string, rows: Rows, defaults: ConfOf<Rows>): void {
  describe(`the directives of ${file}`, () => {
    it('are read from what is written of them', () => {
      const written = writtenConf(rows, defaults)
      expect(written.map(({ name }) => name)).toEqual(Object.keys(rows))
      expect(read(rows, Object.fromEntries(written.map(({ name, words }) => [name, words.join(' ')])))).toEqual(defaults)
      expect(read(rows, defaults)).toEqual(defaults)
    })

    it.each(Object.entries<Directive>(rows).filter(([, { form }]) => form === 'count'))(
      '%s begins where its row says',
      (name, { min = 0 }) => {
        expect(read(rows, { [name]: min })).toEqual({ [name]: min })
        expect(() => read(rows, { [name]: min - 1 })).toThrow(`conf.${name}: expected a whole number from ${min} to 2147483647`)
      },
    )
  })
}

describeTable('redis.conf', REDIS_DIRECTIVES, REDIS_DEFAULTS)
describeTable('sentinel.conf', SENTINEL_DIRECTIVES, SENTINEL_DEFAULTS)

it.each(Object.keys(REDIS_DIRECTIVES).filter((name) => name.includes('replica')))('R170: %s has its old name still', (name) => {
  const old = name.replace('replica', 'slave')
  expect(read(REDIS_DIRECTIVES, { [old]: '7' })).toEqual({ [name]: 7 })
  expect(() => read(REDIS_DIRECTIVES, { [old]: 7, [name]: 7 })).toThrow(
    `${name} is said twice, under its old name and its new one`,
  )
})

/** Any value of each form. */
const VALUES: { readonly [Form in ConfForm]: fc.Arbitrary<ConfValues[Form]> } = {
  count: fc.integer({ min: 0, max: 2_147_483_647 }),
  size: fc.oneof(
    fc.integer({ min: 1 }),
    fc.integer({ min: 1, max: 900_000 }).map((mebibytes) => mebibytes * 1_048_576),
  ),
  'yes-no': fc.constantFrom('yes', 'no'),
  fsync: fc.constantFrom('always', 'everysec', 'no'),
  'save-points': fc
    .array(fc.tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.nat({ max: 999_999_999 })), { maxLength: 3 })
    .map((points) => points.flat().join(' ')),
}

function checkForm<Form extends ConfForm>(form: Form): void {
  const { read, write } = CONF_FORMS[form]
  fc.assert(
    fc.property(VALUES[form], (value) => {
      expect(read(new Field(write(value).join(' '), 'x'), 0)).toBe(value)
      expect(read(new Field(value, 'x'), 0)).toBe(value)
    }),
  )
}

it.each<ConfForm>(['count', 'size', 'yes-no', 'save-points'])('what is written of any %s is read as the same value', (form) => {
  checkForm(form)
})
