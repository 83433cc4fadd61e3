import { type Clip, embedded, WIKI_FORMS, type WikiForm } from '@/lib/share/wiki'
import type { Words } from '@/lib/words/words'
import { putOnClipboard } from './clipboard'
import { type Place, siteAddress } from './place'

type CopyingWords = Words['copying']

const MENU =
  'absolute top-full z-20 mt-1 grid w-76 max-w-full gap-0.5 rounded-lg border border-edge bg-panel p-2 text-left text-sm leading-snug font-normal text-ink print:hidden'
const ITEM = 'rounded-md px-2 py-1.5 text-left hover:bg-cut'

/** The menu that is open, and the way to close it: one at a time. */
let close: (() => void) | null = null

/** Copies a place as a titled link and offers its other forms below `link`; pressed again, it only closes. */
export function offerForms(link: HTMLElement, place: Place, words: CopyingWords): void {
  const open = link.getAttribute('aria-expanded') === 'true'
  close?.()
  if (open) return
  const menu = element('div', MENU)
  menu.dataset.part = 'link-menu'
  menu.setAttribute('role', 'group')
  menu.setAttribute('aria-label', words.menu)
  menu.classList.add(link.closest('figure') === null ? 'left-0' : 'right-0')
  const status = element('p', 'px-2 pt-0.5 pb-1 text-xs text-soft')
  status.setAttribute('role', 'status')
  const copy = (clip: Clip, done: string): void => {
    const copied = putOnClipboard(clip)
    status.textContent = copied ? done : words.failed
    if (!copied) status.append(byHand(clip.text))
  }
  menu.append(status)
  for (const [form, label] of Object.entries(words.forms) as [WikiForm, string][])
    menu.append(item(label, () => copy(WIKI_FORMS[form](place), words.done[form])))
  const { embed, title } = place
  if (embed !== null) menu.append(item(words.embed, () => copy(embedded({ title, url: embed }), words.embedDone)))
  const more = element('a', `${ITEM} text-soft`)
  more.href = siteAddress(`${document.documentElement.lang}/link/`)
  more.textContent = words.more
  menu.append(more)
  const box = link.parentElement
  box?.classList.add('relative')
  box?.append(menu)
  close = closing(link, menu)
  copy(WIKI_FORMS.titled(place), words.done.titled)
}

function closing(link: HTMLElement, menu: HTMLElement): () => void {
  const stop = new AbortController()
  const shut = (): void => {
    stop.abort()
    menu.remove()
    link.removeAttribute('aria-expanded')
    close = null
  }
  link.setAttribute('aria-expanded', 'true')
  const { signal } = stop
  document.addEventListener(
    'keydown',
    ({ key }) => {
      if (key !== 'Escape') return
      link.focus()
      shut()
    },
    { signal },
  )
  const elsewhere = ({ target }: Event): void => {
    if (target instanceof Node && !menu.contains(target) && !link.contains(target)) shut()
  }
  for (const type of ['pointerdown', 'focusin']) document.addEventListener(type, elsewhere, { signal })
  return shut
}

function item(label: string, act: () => void): HTMLElement {
  const button = element('button', ITEM)
  button.type = 'button'
  button.textContent = label
  button.addEventListener('click', act)
  return button
}

/** What can’t be copied by script can be by hand: it stands selected in a field. */
function byHand(text: string): HTMLElement {
  const field = element('textarea', 'mt-1 block w-full rounded-sm border border-line bg-bg p-1 font-mono text-xs text-ink')
  field.readOnly = true
  field.rows = 3
  field.value = text
  queueMicrotask(() => field.select())
  return field
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, look: string): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.className = look
  return made
}
