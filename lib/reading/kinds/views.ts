import type { Scenario } from '@/lib/sim/scenario/scenario'
import { type Film, VIEWS, type ViewName } from '../film/film'

type View<V extends ViewName> = (typeof VIEWS)[V]

/** Has a view of scenarios of a kind made otherwise; `usual` makes it as for all others. */
export function replaceView<V extends ViewName>(
  name: V,
  isOfKind: (scenario: Scenario) => boolean,
  view: (film: Film, usual: View<V>) => ReturnType<View<V>>,
): void {
  const usual = VIEWS[name]
  const replaced = (film: Film) => (isOfKind(film.run.scenario) ? view(film, usual) : usual(film))
  Object.assign(VIEWS, { [name]: replaced })
}
