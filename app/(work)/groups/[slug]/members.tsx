import { ActionForm } from '@/app/_ui/action-form'
import { Empty } from '@/app/_ui/empty'
import { FormHidden } from '@/app/_ui/form-fields'
import { Section, Stack } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Group } from '@/lib/organizations/group-queries'
import { words } from '@/lib/platform/i18n'
import css from '../../organizations/load.module.css'
import { LoadRow } from '../../organizations/load-row'
import { takeOut } from './actions'
import { Box } from './box'

/** Who belongs to a group, with what they carry; who keeps the record can tick those to take out. */
export function Members({ group, keeps }: { group: Group; keeps: boolean }) {
  const { slug, organizations } = group
  const list = (
    <ul className={css.rows} aria-label={words('group.members')} data-rows="">
      {organizations.map((organization) => (
        <LoadRow
          key={organization.slug}
          organization={organization}
          before={keeps && <Box value={organization.slug} label={organization.name} />}
        />
      ))}
    </ul>
  )
  return (
    <Section title={words('group.members')} id="members">
      {organizations.length === 0 && (
        <Empty title={words('group.none')}>{words(keeps ? 'group.noneAbout' : 'group.noneAboutOthers')}</Empty>
      )}
      {organizations.length > 0 && !keeps && list}
      {organizations.length > 0 && keeps && (
        <ActionForm key={organizations.length} action={takeOut} prefix="out-">
          <FormHidden name="group" value={slug} />
          <Stack>
            {list}
            <div>
              <SubmitButton variant="danger">{words('group.remove')}</SubmitButton>{' '}
              <small>{words('group.removeAbout')}</small>
            </div>
          </Stack>
        </ActionForm>
      )}
    </Section>
  )
}
