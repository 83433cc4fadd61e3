import { CodeLines } from '@/components/code/code-lines'
import { highlight } from '@/components/code/highlight'
import { Snippet } from '@/components/code/snippet'
import type { Locale } from '@/lib/locale'
import { words as catalogue } from '@/lib/words/words'

/** The lab's commands, to copy. */
export function LabCommands({ locale }: { locale: Locale }) {
  const { install, one, five, file, mysql, check } = catalogue(locale).evidence.commands
  const code = [
    `apt-get install redis-server redis-sentinel iproute2 iptables   ${install}`,
    `npm run lab -- split-brain              ${one}`,
    `npm run lab -- split-brain --runs 5     ${five}`,
    `npm run lab -- my-scenario.json         ${file}`,
    `npm run lab -- semisync-timeout --server ~/mysql-9.7.4   ${mysql}`,
    `npm run lab -- --check                  ${check}`,
  ].join('\n')
  return (
    <Snippet locale={locale} title="bash" name="bash" code={code.split('\n')}>
      <CodeLines lines={highlight(code, 'bash')} />
    </Snippet>
  )
}
