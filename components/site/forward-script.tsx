import { DEFAULT_LOCALE, LOCALES } from '@/lib/locale'

interface Props {
  /** The way up to where the languages are, and to the page within each; nothing at the front door. */
  readonly up?: string
  readonly page?: string
  /** The place on that page, `#demo-split-brain`, unless the address names another. */
  readonly place?: string
}

// The first of the reader's languages that the site has, by its primary tag: any Chinese goes to zh-CN. What the address carries
// behind its path goes along. Extensions and old browsers put odd things into `languages`.
const sourceFor = ({ up = '', page = '', place = '' }: Props) =>
  `(function(has){var of=function(tag){return tag.split("-")[0].toLowerCase()},go=function(to){location.replace("${up}"+to+"/${page}"+location.search+(location.hash||"${place}"))},wanted=[];try{wanted=[].concat(navigator.languages||navigator.language||[])}catch(_){}for(var i=0;i<wanted.length;i++)for(var j=0;j<has.length;j++)if(typeof wanted[i]==="string"&&of(wanted[i])===of(has[j]))return go(has[j]);go("${DEFAULT_LOCALE}")})(${JSON.stringify(LOCALES)})`

/** Leaves for a page in the reader's language: the front door for home, a short link for what it stands for. */
export function ForwardScript(props: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: of constants and of addresses that were checked, hashed into the page's policy
  return <script data-own="" dangerouslySetInnerHTML={{ __html: sourceFor(props) }} />
}
