import type { Field } from '../../../scenario/field'
import type { Hosts } from '../../host'
import type { StatementForm } from './form'

/** A statement of one of these forms, as the kernel takes it: one line, in MySQL's new names. */
export function readStatement(field: Field, one: string, forms: readonly StatementForm[], hosts: Hosts): string {
  const line = plain(field.text(one))
  const form = forms.find(({ pattern }) => pattern.test(line))
  if (form !== undefined) return form.written(form.pattern.exec(line) ?? [], field, hosts)
  const verb = line.split(' ', 1)[0]?.toUpperCase()
  const alike = forms.filter(({ usage }) => usage.split(' ', 1)[0] === verb)
  const usages = (alike.length > 0 ? alike : forms).map(({ usage }) => usage)
  return field.expect(alike.length > 0 ? usages.join(' or ') : `${one} that is modelled: ${usages.join('; ')}`)
}

/** With single spaces, none around `=`, `,` and within parentheses, and no semicolon at the end. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/\s*;$/, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([=,]) ?/g, '$1')
    .replace(/\( | \)/g, (bracket) => bracket.trim())
}
