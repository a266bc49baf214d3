import { personAddress } from '@/app/_addresses/person'
import { EmptyState } from '@/app/_ui/empty-state'
import { Cell, RowHeader, Table, TableRow } from '@/app/_ui/table'
import { MailAddress, Muted } from '@/app/_ui/text'
import type { Person } from '@/lib/people/queries'
import { config } from '@/lib/platform/config'
import { momentInWords, t } from '@/lib/platform/i18n'
import { organizationsOf } from './organizations-of'

const columnsOf = () => ({
  name: t('people.name'),
  role: t('people.role'),
  organizations: t('people.organizations'),
  email: t('people.email'),
})

type Props = {
  people: Person[]
  self: string
  /** When each person last signed in. Null for readers who may not see that. */
  lastSignIns: Map<string, Date> | null
}

export function PeopleTable({ people, self, lastSignIns }: Props) {
  if (people.length === 0) return <EmptyState title={t('people.none')}>{t('people.noneAbout')}</EmptyState>
  const columns = columnsOf()
  const lastSignIn = t('people.lastSignIn')
  return (
    <Table
      label={t('people.title')}
      columns={lastSignIns ? [...Object.values(columns), lastSignIn] : Object.values(columns)}
    >
      {people.map((person) => (
        <TableRow key={person.id} own={person.id === self}>
          <RowHeader>
            <a href={personAddress(person.id)}>{person.name}</a> <Standing person={person} self={self} />
          </RowHeader>
          <Cell label={columns.role}>{t(`role.${person.role}`)}</Cell>
          <Cell label={columns.organizations}>{organizationsOf(person)}</Cell>
          <Cell label={columns.email}>
            <MailAddress>{person.email}</MailAddress>
          </Cell>
          {lastSignIns && <Cell label={lastSignIn}>{momentOf(lastSignIns.get(person.id))}</Cell>}
        </TableRow>
      ))}
    </Table>
  )
}

const momentOf = (moment: Date | undefined) =>
  moment ? momentInWords(moment, config.TIME_ZONE) : t('people.neverSignedIn')

function Standing({ person: { id, disabled, invited }, self }: { person: Person; self: string }) {
  if (id === self) return <Muted>{t('people.you')}</Muted>
  if (disabled) return <Muted>{t('people.closed')}</Muted>
  return invited && <Muted>{t('people.invited')}</Muted>
}
