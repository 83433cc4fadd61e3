/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import type { DemoWords } from './cast'

interface Props {
  readonly words: DemoWords
  /** The settings that set this run apart from the other; null where there is only one run. */
  readonly settings: readonly string[] | null
  /** They are the same on both sides. */
  readonly same: boolean
  readonly children: ComponentChildren
}

/** The place of a run in a demo; in a comparison with what sets it apart from the other. */
export function TakeBox({ words, settings, same, children }: Props) {
  if (settings === null) return <div class="demo-take-box">{children}</div>
  return (
    <div class="demo-take-box">
      <p class="demo-take-name">
        {settings.map((setting) => (
          <code key={setting}>{setting}</code>
        ))}
        {same && <span>{words.player.sameSettings}</span>}
      </p>
      {children}
    </div>
  )
}
