import type { ReactNode } from 'react'
import { cycleAddress } from '@/app/_addresses/cycle'
import { ActionForm } from '@/app/_ui/action-form'
import { FormDate, FormHidden, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { UntilDone } from '@/app/_ui/form-result'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Cycle } from '@/lib/cycles/cycle'
import type { CycleCounts } from '@/lib/cycles/kept-counts'
import { listDocuments } from '@/lib/documents/queries'
import type { Actor } from '@/lib/domain/actor'
import { today } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'
import { cancel, close, extendCycle, remindTheRest, saveCycle } from '../actions'
import { CycleFields } from '../cycle-fields'

type Props = { cycle: Cycle }

const Send = ({ cycle, danger, children }: Props & { danger?: boolean; children: ReactNode }) => (
  <Row>
    <SubmitButton variant={danger ? 'danger' : undefined}>{children}</SubmitButton>
    <SoftLink href={cycleAddress(cycle.id)}>{t('cycle.back')}</SoftLink>
  </Row>
)

/** Changes a cycle that has not opened. */
export async function EditForm({ actor, cycle }: Props & { actor: Actor }) {
  const { items } = await listDocuments(actor, { limit: 200 })
  return (
    <ActionForm
      action={saveCycle}
      prefix="edit-"
      version={cycle.version}
      otherChanges={t('recommendation.changedSince')}
      focus
    >
      <FormHidden name="id" value={cycle.id} />
      <CycleFields cycle={cycle} documents={items}>
        <Send cycle={cycle}>{t('cycle.form.save')}</Send>
      </CycleFields>
    </ActionForm>
  )
}

/** Moves the closing day of an open cycle. */
export const ExtendForm = ({ cycle }: Props) => (
  <ActionForm
    action={extendCycle}
    prefix="extend-"
    version={cycle.version}
    otherChanges={t('recommendation.changedSince')}
    focus
  >
    <FormHidden name="id" value={cycle.id} />
    <Fields>
      <p>{t('cycle.extend.about')}</p>
      <FormDate name="closesOn" label={t('cycle.extend.closesOn')} defaultValue={cycle.closesOn} />
      <Send cycle={cycle}>{t('cycle.extend.send')}</Send>
    </Fields>
  </ActionForm>
)

/** Reminds all who have not answered. */
export const RemindForm = ({ cycle }: Props) => (
  <ActionForm action={remindTheRest} prefix="remind-" keep={`remind ${cycle.id}`} focus>
    <FormHidden name="id" value={cycle.id} />
    <UntilDone>
      <Fields>
        <p>{t('cycle.remind.about')}</p>
        <FormTextArea name="note" optional label={t('reminder.note')} hint={t('reminder.noteHint')} rows={3} />
        <Send cycle={cycle}>{t('cycle.remind.send')}</Send>
      </Fields>
    </UntilDone>
  </ActionForm>
)

/** Asks for confirmation before a cycle is closed permanently. */
export const CloseForm = ({ cycle, counts }: Props & { counts: CycleCounts }) => (
  <ActionForm action={close} prefix="close-" focus>
    <FormHidden name="id" value={cycle.id} />
    <Fields>
      <p>{t('cycle.close.about')}</p>
      <p>
        <b>{t('cycle.close.rest', { count: counts.not_answered })}</b>{' '}
        {cycle.closesOn >= today() && t('cycle.close.early', { date: dateInWords(cycle.closesOn) })}
      </p>
      <Send cycle={cycle} danger>
        {t('cycle.close.send')}
      </Send>
    </Fields>
  </ActionForm>
)

/** Asks for confirmation before a cycle is cancelled. */
export const CancelForm = ({ cycle }: Props) => (
  <ActionForm action={cancel} prefix="cancel-" focus>
    <FormHidden name="id" value={cycle.id} />
    <Fields>
      <p>{t('cycle.cancel.about')}</p>
      <Send cycle={cycle} danger>
        {t('cycle.cancel.send')}
      </Send>
    </Fields>
  </ActionForm>
)
