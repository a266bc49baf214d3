import { Section } from '@/app/_ui/layout'
import { Cell, RowHeader, Table, TableRow } from '@/app/_ui/table'
import type { Actor } from '@/lib/people/actor'
import { signInsOf } from '@/lib/people/sign-ins'
import { config } from '@/lib/platform/config'
import { momentInWords, words } from '@/lib/platform/i18n'
import { browserName } from '../../browser-name'

const columns = {
  at: words('people.signIns.at'),
  outcome: words('people.signIns.outcome'),
  network: words('people.signIns.network'),
  agent: words('people.signIns.agent'),
}

/** Who signed in to an account or tried to, for administrators. */
export async function SignIns({ actor, person }: { actor: Actor; person: { id: string } }) {
  const signIns = await signInsOf(actor, person.id)
  return (
    <Section title={words('people.signIns.title')} id="sign-ins">
      <p>{words(signIns.length > 0 ? 'people.signIns.about' : 'people.signIns.none')}</p>
      {signIns.length > 0 && (
        <Table label={words('people.signIns.title')} columns={Object.values(columns)}>
          {signIns.map(({ id, at, outcome, network, agent }) => (
            <TableRow key={id}>
              <RowHeader>{momentInWords(at, config.TIME_ZONE)}</RowHeader>
              <Cell label={columns.outcome}>{words(`people.signIns.outcomes.${outcome}`)}</Cell>
              <Cell label={columns.network}>{network ?? words('people.signIns.unknown')}</Cell>
              <Cell label={columns.agent}>{browserName(agent)}</Cell>
            </TableRow>
          ))}
        </Table>
      )}
    </Section>
  )
}
