/** @jsxImportSource preact */

const LOOKS = 'grid size-5 flex-none place-items-center rounded-full border-[1.5px] text-[0.75rem] leading-none font-strong'

/** The number of a moment as it stands on the axis, filled where the cursor is. */
export function MomentNumber({ number, current }: { number: number; current: boolean }) {
  return (
    <span class={current ? `${LOOKS} border-accent bg-accent text-panel` : `${LOOKS} border-current`} aria-hidden="true">
      {number}
    </span>
  )
}
