// While the site is written, and only then: has a page loaded anew once the files of its islands have changed, or a demo of it.

/** Where the bundler tells of each change; put in by scripts/islands.mjs. */
declare const CHANGES: string

const reload = () => location.reload()

new EventSource(CHANGES).addEventListener('message', reload)

// Next brings what it draws anew into the page that is open, and there nobody would wake a demo.
const drawn = new MutationObserver((records) => {
  if (records.some(({ addedNodes }) => [...addedNodes].some(isDemo))) reload()
})
drawn.observe(document.body, { childList: true, subtree: true })

/** Whether a demo has come, or what one is started from. One that broke is put back as it was built, and stays so. */
function isDemo(node: Node): boolean {
  if (!(node instanceof Element) || node.parentElement?.closest('[data-state="failed"]')) return false
  return node.matches('[data-island], [data-island] > script') || node.querySelector('[data-island]') !== null
}
