import { type Answers, everyAnswer, outcomeId } from '@/lib/guide/answers'
import { REDIS_DECISIONS, REPLICAS } from '@/lib/guide/decisions'
import { type FaultName, faultsOf } from '@/lib/guide/faults'
import { outcomeOf } from '@/lib/guide/kept'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'
import type { InLocale } from '../bound'
import { Cell, HeadCell, Table } from '../table'

/** From one replica to three. */
const CHOICES = everyAnswer(['replicas', 'worse']).toSorted((a, b) => REPLICAS[a.replicas] - REPLICAS[b.replicas])

/** What the first two answers come to, all side by side: each row leads to its configuration. */
export function GateTable({ locale }: InLocale) {
  const { guide } = words(locale)
  const { gates, faults } = guide
  return (
    <section className="mt-10 grid grid-cols-1 gap-3">
      <h3 className="text-lg">{gates.title}</h3>
      <Table>
        <thead>
          <tr>
            <HeadCell wordy>{gates.choice}</HeadCell>
            <HeadCell wordy={false}>
              <code>min-replicas-to-write</code>
            </HeadCell>
            <HeadCell>{faults['cut-off']}</HeadCell>
            <HeadCell>{faults.hole}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {CHOICES.map((answers) => (
            <tr key={outcomeId(answers)}>
              <Cell>
                <a href={`#${outcomeId(answers)}`}>{gates.choices[answers.replicas][answers.worse]}</a>
              </Cell>
              <Cell>{REDIS_DECISIONS['min-replicas-to-write'].value(answers)}</Cell>
              <Cell>
                <LostIn answers={answers} fault="cut-off" locale={locale} />
              </Cell>
              <Cell>
                <LostIn answers={answers} fault="hole" locale={locale} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

function LostIn({ answers, fault, locale }: { answers: Answers; fault: FaultName; locale: Locale }) {
  const { guide, site } = words(locale)
  if (!faultsOf(answers).includes(fault)) return '–'
  const { lost, acknowledged } = outcomeOf(answers, fault)
  const told = guide.lost(site.number(lost), site.number(acknowledged))
  return (
    <>
      <b className={lost > 0 ? 'text-lost' : ''}>{told.lost}</b> <span className="text-soft">{told.of}</span>
    </>
  )
}
