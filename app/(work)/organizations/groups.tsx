import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { Reveal } from '@/app/_ui/reveal'
import { Rows } from '@/app/_ui/rows'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Quiet } from '@/app/_ui/text'
import { ConfirmSimilar } from '@/app/(work)/confirm-similar'
import type { ListedGroup } from '@/lib/organizations/group-queries'
import { words } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { makeGroup } from './actions'

/** The groups, each with how many belong to it. */
export const Groups = ({ groups, keeps }: { groups: ListedGroup[]; keeps: boolean }) => (
  <Section title={words('places.groups')} id="groups">
    <p>
      <small>{words('places.groupsAbout')}</small>
    </p>
    {groups.length === 0 ? (
      <Quiet>{words('places.noGroups')}</Quiet>
    ) : (
      <Rows label={words('places.groups')}>
        {groups.map(({ slug, name, members }) => (
          <li key={slug}>
            <a href={`/groups/${slug}`}>{name}</a>
            <small>{words('places.members', { count: members })}</small>
          </li>
        ))}
      </Rows>
    )}
    {keeps && (
      <Reveal label={words('places.addGroup')}>
        <ActionForm action={makeGroup} prefix="group-">
          <Fields>
            <FormHidden name="id" value={newId()} />
            <FormText name="name" label={words('places.groupName')} />
            <ConfirmSimilar />
            <Row>
              <SubmitButton>{words('places.addGroup')}</SubmitButton>
            </Row>
          </Fields>
        </ActionForm>
      </Reveal>
    )}
  </Section>
)
