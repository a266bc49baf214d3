import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Muted } from '@/app/_ui/text'
import { TogglePanel } from '@/app/_ui/toggle-panel'
import { ConfirmSimilar } from '@/app/(work)/_components/confirm-similar'
import type { ListedGroup } from '@/lib/organizations/group-queries'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { makeGroup } from './actions'

/** The groups with their number of members. */
export const Groups = ({ groups, keeps }: { groups: ListedGroup[]; keeps: boolean }) => (
  <Section title={t('places.groups')} id="groups">
    <p>
      <small>{t('places.groupsAbout')}</small>
    </p>
    {groups.length === 0 ? (
      <Muted>{t('places.noGroups')}</Muted>
    ) : (
      <Rows label={t('places.groups')}>
        {groups.map(({ slug, name, members }) => (
          <li key={slug}>
            <a href={`/groups/${slug}`}>{name}</a>
            <small>{t('places.members', { count: members })}</small>
          </li>
        ))}
      </Rows>
    )}
    {keeps && (
      <TogglePanel label={t('places.addGroup')}>
        <ActionForm action={makeGroup} prefix="group-">
          <Fields>
            <FormHidden name="id" value={newId()} />
            <FormText name="name" label={t('places.groupName')} />
            <ConfirmSimilar />
            <Row>
              <SubmitButton>{t('places.addGroup')}</SubmitButton>
            </Row>
          </Fields>
        </ActionForm>
      </TogglePanel>
    )}
  </Section>
)
