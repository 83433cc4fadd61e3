import { LOCALES } from '@/lib/locale'

// Runs behind what it hides, before the first paint. Of an address without a language nothing is hidden; `/zh/` and `/ZH-cn` name one too.
const source = `(function(root,has){var path=(location.pathname+"/").toLowerCase();has.forEach(function(tag){var low=tag.toLowerCase();if(path.indexOf("/"+low+"/")<0&&path.indexOf("/"+low.split("-")[0]+"/")<0)return;root.lang=tag;document.querySelectorAll("section[lang],div[lang]").forEach(function(part){part.hidden=part.lang!==tag})})})(document.documentElement,${JSON.stringify(LOCALES)})`

/** Leaves of a page in both languages the one that the address names. */
export function AddressLanguageScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file, hashed into the page's policy
  return <script data-own="" dangerouslySetInnerHTML={{ __html: source }} />
}
