import { DEFAULT_LOCALE, LOCALES } from '@/lib/words/locale'

// The first of the reader's languages that the site has, by its primary tag: any Chinese goes to zh-CN.
const source = `(function(has){var of=function(tag){return tag.split("-")[0].toLowerCase()},wanted=navigator.languages||[];for(var i=0;i<wanted.length;i++)for(var j=0;j<has.length;j++)if(of(wanted[i])===of(has[j]))return location.replace(has[j]+"/"+location.hash);location.replace("${DEFAULT_LOCALE}/"+location.hash)})(${JSON.stringify(LOCALES)})`

/** Leaves the front door for the home page in the reader's language. */
export function ForwardScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file, hashed into the page's policy
  return <script dangerouslySetInnerHTML={{ __html: source }} />
}
