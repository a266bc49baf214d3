import { Section } from '@/app/_ui/layout'
import { Cell, RowHeader, Table, TableRow } from '@/app/_ui/table'
import { browserName } from '@/app/(work)/_components/browser-name'
import type { Actor } from '@/lib/domain/actor'
import { signInsOf } from '@/lib/people/sign-in-log'
import { config } from '@/lib/platform/config'
import { momentInWords, t } from '@/lib/platform/i18n'

const columnsOf = () => ({
  at: t('people.signIns.at'),
  outcome: t('people.signIns.outcome'),
  network: t('people.signIns.network'),
  agent: t('people.signIns.agent'),
})

/** The sign-ins and attempts of an account, for administrators. */
export async function SignIns({ actor, person }: { actor: Actor; person: { id: string } }) {
  const signIns = await signInsOf(actor, person.id)
  const columns = columnsOf()
  return (
    <Section title={t('people.signIns.title')} id="sign-ins">
      <p>{t(signIns.length > 0 ? 'people.signIns.about' : 'people.signIns.none')}</p>
      {signIns.length > 0 && (
        <Table label={t('people.signIns.title')} columns={Object.values(columns)}>
          {signIns.map(({ id, at, outcome, network, agent }) => (
            <TableRow key={id}>
              <RowHeader>{momentInWords(at, config.TIME_ZONE)}</RowHeader>
              <Cell label={columns.outcome}>{t(`people.signIns.outcomes.${outcome}`)}</Cell>
              <Cell label={columns.network}>{network ?? t('people.signIns.unknown')}</Cell>
              <Cell label={columns.agent}>{browserName(agent)}</Cell>
            </TableRow>
          ))}
        </Table>
      )}
    </Section>
  )
}
