import { cycleAddress, type Edit } from '@/app/_addresses/cycle'
import { Section } from '@/app/_ui/layout'
import { SoftLinkButton } from '@/app/_ui/soft-link'
import type { Cycle } from '@/lib/cycles/cycle'
import type { CycleCounts } from '@/lib/cycles/kept-counts'
import type { Actor } from '@/lib/domain/actor'
import { today } from '@/lib/platform/clock'
import { t } from '@/lib/platform/i18n'
import { CancelForm, CloseForm, EditForm, ExtendForm, RemindForm } from './edit-forms'

/** Returns what can be done with a cycle in its state. */
export function possibleEdits({ state }: Cycle): readonly Edit[] {
  if (state === 'planned') return ['edit', 'cancel']
  return state === 'open' ? ['remind', 'extend', 'close'] : []
}

/** Buttons for what can be done with a cycle. Each opens its form. After the closing day, closing comes first. */
export const CycleButtons = ({ cycle }: { cycle: Cycle }) =>
  possibleEdits(cycle).map((edit) => (
    <SoftLinkButton
      key={edit}
      href={cycleAddress(cycle.id, { edit }, 'form')}
      variant={edit === 'close' && cycle.closesOn < today() ? 'main' : 'plain'}
    >
      {t(`cycle.edit.${edit}`)}
    </SoftLinkButton>
  ))

type Props = { actor: Actor; cycle: Cycle; counts: CycleCounts; edit: Edit }

/** The form that is open. */
export const CycleForms = ({ actor, cycle, counts, edit }: Props) => (
  <Section id="form" title={t(`cycle.edit.${edit}`)} card screen>
    {edit === 'edit' && <EditForm actor={actor} cycle={cycle} />}
    {edit === 'extend' && <ExtendForm cycle={cycle} />}
    {edit === 'remind' && <RemindForm cycle={cycle} />}
    {edit === 'close' && <CloseForm cycle={cycle} counts={counts} />}
    {edit === 'cancel' && <CancelForm cycle={cycle} />}
  </Section>
)
