/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import type { DemoWords } from './cast'

const ALONE = 'grid grid-cols-1'
const COMPARED = 'grid grid-cols-1 gap-x-10 gap-y-3 @min-[66rem]/demo:grid-cols-2'

/** What is drawn of each run; of two side by side where there is room for both. */
export function Sides({ children }: { children: readonly ComponentChildren[] }) {
  return <div class={children.length > 1 ? COMPARED : ALONE}>{children}</div>
}

interface SideProps {
  readonly words: DemoWords
  /** Settings as they stand there, in the syntax of Redis. */
  readonly settings: readonly string[]
  /** Both sides are the same. */
  readonly same: boolean
}

/** The settings that set one run of a comparison apart from the other. */
export function SideName({ words, settings, same }: SideProps) {
  return (
    <p class="flex flex-wrap items-baseline gap-x-2 text-[0.75rem] leading-5 text-soft" data-part="side">
      {settings.map((setting) => (
        <code key={setting} class="rounded-sm bg-cut px-1 text-[0.75rem] text-ink">
          {setting}
        </code>
      ))}
      {same && <span>{words.player.sameSettings}</span>}
    </p>
  )
}
