import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { words as catalogue } from '@/lib/words/words'
import { asJson, builtDemo, type Standing } from './built-demo'
import { ASLEEP, Player } from './player'
import './stage/stage.css'
import './timeline/timeline.css'

/** What is said below a demo without scripts. */
const NO_SCRIPT = 'mt-3 hidden text-sm text-soft no-js:block print:hidden'

/** A demo as its page is built: the figure, drawn by what brings it to life in the browser (wake.tsx), and what that needs. */
export function DemoFigure(demo: Standing) {
  const { still } = catalogue(demo.locale)
  const { data, ...drawn } = builtDemo(demo)
  const figure = renderToString(h(Player, { ...data, ...drawn, life: ASLEEP }))
  const noScript = `<p class="${NO_SCRIPT}" data-part="no-script">${still.noScript}</p>`
  return (
    <div
      data-island="demo"
      data-failed={still.failed}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by a component of our own, data of our own
      dangerouslySetInnerHTML={{ __html: `${figure}${noScript}<script type="application/json">${asJson(data)}</script>` }}
    />
  )
}
