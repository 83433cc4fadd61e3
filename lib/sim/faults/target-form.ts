import type { Target } from '../scenario/process'
import { type FaultForm, isTarget } from './form'

/** How an action is written that needs nothing but processes to be done to. Called as pure: a page that only runs scenarios ships none. */
export function targetForm<Deed>(word: string, deed: (target: Target) => Deed, target: (deed: Deed) => Target): FaultForm<Deed> {
  return {
    read: (field, scene) => deed(scene.target(field)),
    line: { word, write: target, said: (text) => (isTarget(text) ? deed(text) : null) },
    examples: ['r1', 'h9.sentinel'],
    refused: [['r9', ': no host "r9"']],
    often: 1,
    wish: ({ host }) => deed(host),
  }
}
