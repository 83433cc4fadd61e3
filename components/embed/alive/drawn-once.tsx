/** @jsxImportSource preact */

/** Takes over what its page holds under a name, as elements: no text becomes markup here. In the place of what a figure that was built has. */
export function DrawnOnce({ html: name = '' }: { html: string | undefined }) {
  const adopt = (element: HTMLElement | null) => {
    const held = document.querySelector<HTMLTemplateElement>(`template[data-name="${CSS.escape(name)}"]`)
    if (element !== null && held !== null) element.append(held.content)
  }
  return <div ref={adopt} />
}
