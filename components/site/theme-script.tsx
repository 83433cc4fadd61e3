import { THEME_KEY } from './theme-key'

// Runs before the first paint, so that a chosen theme never flashes. Storage throws in a sandboxed frame.
const source = `(function(e){e.dataset.js="";try{var t=localStorage.getItem("${THEME_KEY}");if(t==="light"||t==="dark")e.dataset.theme=t}catch(_){}})(document.documentElement)`

export function ThemeScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file, hashed into the page's policy
  return <script data-own="" dangerouslySetInnerHTML={{ __html: source }} />
}
