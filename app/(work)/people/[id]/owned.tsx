import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormSelect } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { successorsOf } from '@/lib/assignments/candidates'
import type { Person } from '@/lib/people/queries'
import { words } from '@/lib/platform/i18n'
import { AssignmentStatus } from '@/prisma/generated/enums'
import { type Done, Saved } from '../../done'
import { listOf } from '../../recommendations/_list/address'
import { giveTo } from './actions'

type Props = { person: Person; count: number; done: Done }

/** What somebody owns, for who assigns: the list of it, and a form that names another owner for all of it. */
export async function Owned({ person: { id, name, disabled }, count, done }: Props) {
  const people = count > 0 ? await successorsOf(id) : []
  return (
    <Section title={words('people.owned.title')} id="owned" card>
      <Saved done={done} section="owned" />
      <p>
        {words('people.owned.count', { name, count })}{' '}
        {count > 0 && (
          <a href={listOf({ view: 'assignments', owner: id, assignment: open })}>{words('people.owned.see')}</a>
        )}
      </p>
      {count > 0 && disabled && <p>{words('people.owned.closed')}</p>}
      {count > 0 && (
        <ActionForm action={giveTo} prefix="owned-">
          <Fields>
            <FormHidden name="id" value={id} />
            <FormSelect
              name="owner"
              label={words('people.owned.owner')}
              hint={words('people.owned.hint')}
              options={[
                { value: '', label: words('people.owned.choose') },
                ...people.map(({ email, name, organizations }) => ({
                  value: email,
                  label: words('people.owned.person', { name, organizations: organizations.join(', ') }),
                })),
              ]}
            />
            <Row>
              <SubmitButton>{words('people.owned.send')}</SubmitButton>
            </Row>
          </Fields>
        </ActionForm>
      )}
    </Section>
  )
}

const open = Object.values(AssignmentStatus).filter((status) => status !== 'closed')
