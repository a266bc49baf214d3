import { Empty } from '@/app/_ui/empty'
import { Cell, RowHeader, Table, TableRow } from '@/app/_ui/table'
import { MailAddress, Quiet } from '@/app/_ui/text'
import type { Person } from '@/lib/people/queries'
import { config } from '@/lib/platform/config'
import { momentInWords, words } from '@/lib/platform/i18n'
import { organizationsOf } from './organizations-of'

const columns = {
  name: words('people.name'),
  role: words('people.role'),
  organizations: words('people.organizations'),
  email: words('people.email'),
}

const lastSignIn = words('people.lastSignIn')

type Props = {
  people: Person[]
  self: string
  /** When each of them last signed in; null for those who are not told. */
  lastSignIns: Map<string, Date> | null
}

export function PeopleTable({ people, self, lastSignIns }: Props) {
  if (people.length === 0) return <Empty title={words('people.none')}>{words('people.noneAbout')}</Empty>
  return (
    <Table
      label={words('people.title')}
      columns={lastSignIns ? [...Object.values(columns), lastSignIn] : Object.values(columns)}
    >
      {people.map((person) => (
        <TableRow key={person.id} own={person.id === self}>
          <RowHeader>
            <a href={`/people/${person.id}`}>{person.name}</a> <Standing person={person} self={self} />
          </RowHeader>
          <Cell label={columns.role}>{words(`role.${person.role}`)}</Cell>
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
  moment ? momentInWords(moment, config.TIME_ZONE) : words('people.neverSignedIn')

function Standing({ person: { id, disabled, invited }, self }: { person: Person; self: string }) {
  if (id === self) return <Quiet>{words('people.you')}</Quiet>
  if (disabled) return <Quiet>{words('people.closed')}</Quiet>
  return invited && <Quiet>{words('people.invited')}</Quiet>
}
