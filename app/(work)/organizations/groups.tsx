import { groupAddress } from '@/app/_addresses/group'
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
  <Section title={t('organizations.groups')} id="groups">
    <p>
      <small>{t('organizations.groupsAbout')}</small>
    </p>
    {groups.length === 0 ? (
      <Muted>{t('organizations.noGroups')}</Muted>
    ) : (
      <Rows label={t('organizations.groups')}>
        {groups.map(({ slug, name, members }) => (
          <li key={slug}>
            <a href={groupAddress(slug)}>{name}</a>
            <small>{t('organizations.members', { count: members })}</small>
          </li>
        ))}
      </Rows>
    )}
    {keeps && (
      <TogglePanel label={t('organizations.addGroup')}>
        <ActionForm action={makeGroup} prefix="group-">
          <Fields>
            <FormHidden name="id" value={newId()} />
            <FormText name="name" label={t('organizations.groupName')} />
            <ConfirmSimilar />
            <Row>
              <SubmitButton>{t('organizations.addGroup')}</SubmitButton>
            </Row>
          </Fields>
        </ActionForm>
      </TogglePanel>
    )}
  </Section>
)
