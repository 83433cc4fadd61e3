import type { ReactNode } from 'react'

interface Props {
  /** What stands above all of it where there is no room side by side: the head of the page, if the scene is its first. */
  readonly head?: ReactNode
  readonly demo: ReactNode
  readonly children: ReactNode
}

const GRID =
  'max-w-none wide:grid wide:grid-cols-[minmax(0,1fr)_clamp(37rem,51%,38.75rem)] wide:grid-rows-[auto_1fr] wide:gap-x-10 min-[76rem]:gap-x-14'

/**
 * It stays in view beside its prose, clear of the header; in a low window, which the header leaves, at least its lower part does, with
 * stage and controls. Without scripts it holds more than a window, and does not stay.
 */
const DEMO = [
  'mt-8 no-js:static wide:z-1 wide:col-start-2 wide:row-span-2 wide:row-start-1 wide:mt-0 wide:self-start',
  'wide:sticky wide:top-16 wide:[@media(max-height:48rem)]:top-[min(0.5rem,100vh-44.5rem)] [&_figure]:my-0!',
].join(' ')

/** Its first line stands as high as the first of the demo. */
const TOP = 'wide:row-start-1 wide:mt-4 wide:[&>:first-child>:first-child]:mt-0'

/** Prose beside what shows it; on a narrow window the figure comes first. */
export function SceneLayout({ head, demo, children }: Props) {
  return (
    <div className={`${GRID} ${head === undefined ? 'mt-16 wide:mt-24' : 'wide:pt-3'}`} data-scene="">
      {head !== undefined && <div className="wide:-mt-7 wide:max-w-[33rem]">{head}</div>}
      <div className={DEMO}>{demo}</div>
      <div className={`mt-8 wide:col-start-1 wide:max-w-[33rem] ${head === undefined ? TOP : ''}`}>{children}</div>
    </div>
  )
}
