import { DEFAULT_LOCALE, LOCALES } from '@/lib/locale'

// The first of the reader's languages that the site has, by its primary tag: any Chinese goes to zh-CN. What the address carries
// behind its path goes along. Extensions and old browsers put odd things into `languages`.
const source = `(function(has){var of=function(tag){return tag.split("-")[0].toLowerCase()},go=function(to){location.replace(to+"/"+location.search+location.hash)},wanted=[];try{wanted=[].concat(navigator.languages||navigator.language||[])}catch(_){}for(var i=0;i<wanted.length;i++)for(var j=0;j<has.length;j++)if(typeof wanted[i]==="string"&&of(wanted[i])===of(has[j]))return go(has[j]);go("${DEFAULT_LOCALE}")})(${JSON.stringify(LOCALES)})`

/** Leaves the front door for the home page in the reader's language. */
export function ForwardScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file, hashed into the page's policy
  return <script data-own="" dangerouslySetInnerHTML={{ __html: source }} />
}
