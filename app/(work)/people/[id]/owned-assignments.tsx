import { assignmentAddress } from '@/app/_addresses/assignment'
import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormSelect, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ownerOption } from '@/app/(work)/_components/owner-option'
import { successorsOf } from '@/lib/assignments/assignees'
import type { Person } from '@/lib/people/queries'
import type { SignedIn } from '@/lib/people/session'
import { t } from '@/lib/platform/i18n'
import { AssignmentStatus } from '@/prisma/generated/enums'
import { giveTo } from './actions'
import type { HandedOver } from './handed-over'

type Props = { actor: SignedIn; person: Person; count: number; handed: HandedOver | undefined }

/**
 * The assignments that a person owns, for people who may assign: a link to the list, and a form that gives all of them
 * to another owner. After that, the assignments that the new owner cannot own.
 */
export async function OwnedAssignments({ actor, person: { id, name, disabled }, count, handed }: Props) {
  const people = count > 0 ? await successorsOf(actor, id) : []
  return (
    <Section title={t('people.owned.title')} id="owned" card>
      {handed && <Notice>{handed.said}</Notice>}
      {handed && handed.kept.length > 0 && <Staying handed={handed} />}
      <p>
        {t('people.owned.count', { name, count })}{' '}
        {count > 0 && (
          <a href={recommendationListAddress({ view: 'assignments', owner: id, assignment: open })}>
            {t('people.owned.see')}
          </a>
        )}
      </p>
      {count > 0 && disabled && <p>{t('people.owned.closed')}</p>}
      {count > 0 && (
        <ActionForm key={count} action={giveTo} prefix="owned-" keep={`hand-over ${id}`}>
          <Fields>
            <FormHidden name="id" value={id} />
            <FormSelect
              name="to"
              label={t('people.owned.owner')}
              hint={t('people.owned.hint')}
              options={[{ value: '', label: t('people.owned.choose') }, ...people.map(ownerOption)]}
            />
            <FormTextArea
              name="note"
              optional
              label={t('people.owned.note')}
              hint={t('people.owned.noteHint')}
              rows={3}
            />
            <Row>
              <SubmitButton>{t('people.owned.send')}</SubmitButton>
            </Row>
          </Fields>
        </ActionForm>
      )}
    </Section>
  )
}

const Staying = ({ handed: { name, left, kept } }: { handed: HandedOver }) => (
  <Notice tone="warning">
    <p>{t('people.owned.staying', { name, count: left })}</p>
    <ul>
      {kept.map(({ id, organization, recommendation }) => (
        <li key={id}>
          <bdi>{organization.name}</bdi>: <a href={assignmentAddress(id)}>{recommendation.title}</a>
        </li>
      ))}
    </ul>
    {left > kept.length && <p>{t('people.owned.stayingMore', { count: left - kept.length })}</p>}
  </Notice>
)

const open = Object.values(AssignmentStatus).filter((status) => status !== 'closed')
