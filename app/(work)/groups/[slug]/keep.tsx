import { InPlaceButton } from '@/app/_ui/in-place'
import { Section } from '@/app/_ui/layout'
import { type Group, outsideGroup } from '@/lib/organizations/group-queries'
import { memberStates } from '@/lib/organizations/member-states'
import type { Actor } from '@/lib/people/actor'
import { words } from '@/lib/platform/i18n'
import { addressOf, type Edit, edits } from './address'
import { Paste, Pick, Rename, States } from './forms'

const mostToPick = 300

/** What who keeps the record can do with a group: each opens its form; first, of an empty one, its members. */
export const KeepButtons = ({ group: { slug, members } }: { group: Group }) =>
  edits.map((edit) =>
    edit === 'states' && members >= memberStates.length ? null : (
      <InPlaceButton
        key={edit}
        href={addressOf(slug, { edit })}
        variant={edit === 'paste' && members === 0 ? 'main' : 'plain'}
      >
        {words(`group.${edit}`)}
      </InPlaceButton>
    ),
  )

/** The form that is open. */
export async function Keep({ actor, group, edit }: { actor: Actor; group: Group; edit: Edit }) {
  const { slug } = group
  return (
    <Section id="keep" title={words(`group.${edit}`)} card>
      {edit === 'paste' && <Paste slug={slug} />}
      {edit === 'pick' && <Pick slug={slug} outside={await outsideGroup(actor, slug, mostToPick)} most={mostToPick} />}
      {edit === 'states' && <States slug={slug} />}
      {edit === 'rename' && <Rename group={group} />}
    </Section>
  )
}
