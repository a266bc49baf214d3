import { type Edit, edits, groupAddress } from '@/app/_addresses/group'
import { Section } from '@/app/_ui/layout'
import { SoftLinkButton } from '@/app/_ui/soft-link'
import type { Actor } from '@/lib/domain/actor'
import { type Group, outsideGroup } from '@/lib/organizations/group-queries'
import { memberStates } from '@/lib/organizations/member-states'
import { t } from '@/lib/platform/i18n'
import { Paste, Pick, Rename, States } from './forms'

const mostToPick = 300

/** Buttons for changing a group. Each opens its form. For an empty group, the one to add members is first. */
export const EditButtons = ({ group: { slug, members } }: { group: Group }) =>
  edits.map((edit) =>
    edit === 'states' && members >= memberStates.length ? null : (
      <SoftLinkButton
        key={edit}
        href={groupAddress(slug, { edit })}
        variant={edit === 'paste' && members === 0 ? 'main' : 'plain'}
      >
        {t(`group.${edit}`)}
      </SoftLinkButton>
    ),
  )

/** The form that is open. */
export async function EditForms({ actor, group, edit }: { actor: Actor; group: Group; edit: Edit }) {
  const { slug } = group
  return (
    <Section id="keep" title={t(`group.${edit}`)} card>
      {edit === 'paste' && <Paste slug={slug} />}
      {edit === 'pick' && <Pick slug={slug} outside={await outsideGroup(actor, slug, mostToPick)} most={mostToPick} />}
      {edit === 'states' && <States slug={slug} />}
      {edit === 'rename' && <Rename group={group} />}
    </Section>
  )
}
