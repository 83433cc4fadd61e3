import type { ReactNode } from 'react'
import { InlineCode } from '@/components/code/inline-code'
import { QUESTIONS } from '@/lib/guide/answers'
import { REPLICAS } from '@/lib/guide/decisions'
import { CLIENT_TIMEOUT_MS, WAIT_TIMEOUT_MS } from '@/lib/guide/faults'
import { words } from '@/lib/words/words'
import type { InLocale } from '../bound'
import { when } from './when'

/** What those have to do who write, with these answers. */
export function ClientAdvice({ locale }: InLocale) {
  const { guide, site } = words(locale)
  const { clients, clientsTitle } = guide
  const more = (to: string, label: string) => <a href={to}>{label}</a>
  return (
    <section className="mt-10">
      <h3 className="text-lg">{clientsTitle}</h3>
      <ul className="mt-3 max-w-measure list-disc pl-[1.4em] marker:text-soft">
        <Item text={clients.ask} />
        <Item text={clients.timeOut(site.seconds(String(CLIENT_TIMEOUT_MS / 1000)))} />
        <Item text={clients.retry}> {more('../clients/', clients.links.clients)}</Item>
        <Item text={clients.unconfirmed} attributes={when({ wait: 'no' })} />
        {QUESTIONS.replicas.flatMap((replicas) =>
          QUESTIONS.power.map((power) => {
            const copies = REPLICAS[replicas]
            const command = power === 'yes' ? `WAITAOF 1 ${copies} ${WAIT_TIMEOUT_MS}` : `WAIT ${copies} ${WAIT_TIMEOUT_MS}`
            return (
              <Item key={command} text={clients.wait(command)} attributes={when({ wait: 'yes', replicas, power })}>
                {power === 'yes' && (
                  <>
                    {' '}
                    <InlineCode text={clients.version} />
                  </>
                )}{' '}
                {power === 'yes' ? more('../waitaof/', clients.links.waitaof) : more('../wait/', clients.links.wait)}
              </Item>
            )
          }),
        )}
      </ul>
    </section>
  )
}

interface ItemProps {
  readonly text: string
  readonly attributes?: Readonly<Record<`data-${string}`, string>>
  readonly children?: ReactNode
}

function Item({ text, attributes, children }: ItemProps) {
  return (
    <li className="not-first:mt-[0.35em]" {...attributes}>
      <InlineCode text={text} />
      {children}
    </li>
  )
}
