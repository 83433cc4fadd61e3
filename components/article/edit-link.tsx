import type { Locale } from '@/lib/locale'
import { site } from '@/lib/site'
import { words } from '@/lib/words/words'

/** The way to the source of an article, where the site says where its sources can be edited. */
export function EditLink({ locale, slug }: { readonly locale: Locale; readonly slug: string }) {
  if (site.edit === '') return null
  return (
    <p className="mt-12 text-sm print:hidden">
      <a href={`${site.edit}content/${locale}/${slug}.mdx`}>{words(locale).site.editPage}</a>
    </p>
  )
}
