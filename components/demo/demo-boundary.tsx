'use client'

import { Component, type ReactNode } from 'react'

interface Props {
  /** Id of the figure that stands in the page as it was built. */
  readonly figureId: string
  /** What is said beside a demo that broke. */
  readonly notice: string
  readonly children: ReactNode
}

interface BuiltFigure {
  readonly className: string
  readonly label: string
  readonly html: string
}

/**
 * Keeps what goes wrong in a demo inside of it: the figure that the page was built with takes its place, and the article around it
 * stays whole. React knows such a boundary only as a class.
 */
export class DemoBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }
  private built: BuiltFigure | null = null

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidMount(): void {
    if (!this.state.broken) this.built = builtFigure(this.props.figureId)
  }

  override render(): ReactNode {
    const { figureId, notice, children } = this.props
    if (!this.state.broken) return children
    // What breaks before it was mounted breaks while the figure as built is still there.
    this.built ??= builtFigure(figureId)
    return (
      <>
        {this.built && (
          <figure
            id={figureId}
            className={`${this.built.className} demo-broken`}
            aria-label={this.built.label}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: the page's own figure, put back where it stood
            dangerouslySetInnerHTML={{ __html: this.built.html }}
          />
        )}
        <p className="demo-note" role="status">
          {notice}
        </p>
      </>
    )
  }
}

function builtFigure(id: string): BuiltFigure | null {
  const figure = document.getElementById(id)
  return figure && { className: figure.className, label: figure.getAttribute('aria-label') ?? '', html: figure.innerHTML }
}
