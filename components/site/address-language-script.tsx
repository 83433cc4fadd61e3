import { LOCALES } from '@/lib/locale'

// Runs behind what it hides, before the first paint. Of an address without a language nothing is hidden.
const source = `(function(root,has){has.forEach(function(tag){if(location.pathname.indexOf("/"+tag+"/")<0)return;root.lang=tag;document.querySelectorAll("section[lang],div[lang]").forEach(function(part){part.hidden=part.lang!==tag})})})(document.documentElement,${JSON.stringify(LOCALES)})`

/** Leaves of a page in both languages the one that the address names. */
export function AddressLanguageScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file, hashed into the page's policy
  return <script data-own="" dangerouslySetInnerHTML={{ __html: source }} />
}
