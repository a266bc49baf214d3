import type { ReactNode } from 'react'
import { shownListAddress } from '@/app/_addresses/recommendation-list'
import { ActionForm } from '@/app/_ui/action-form'
import { CloseDisclosure } from '@/app/_ui/close-disclosure'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { FormCheck, FormDate, FormSelect, FormText } from '@/app/_ui/form-fields'
import { InlineFields } from '@/app/_ui/form-layout'
import { FormErrors, FormResult, Outcomes } from '@/app/_ui/form-result'
import { Row, Stack } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { closureOptions } from '@/app/(work)/_components/closure-fields'
import { ConfirmPast } from '@/app/(work)/_components/confirm-past'
import { ownerOption } from '@/app/(work)/_components/owner-option'
import type { Assignee } from '@/lib/assignments/assignees'
import { countForms, t } from '@/lib/platform/i18n'
import type { Shown } from '@/lib/register/filters'
import { actOnChosen } from './actions'
import css from './bulk.module.css'
import { Selected } from './selected-count'

type Props = {
  shown: Shown
  /** The names to suggest first. */
  parties: readonly string[]
  /** The people who can own an assignment, if they are few enough for a list. */
  owners: readonly Assignee[] | undefined
  children: ReactNode
}

/** A list with checkboxes, and below it the actions for all selected rows, which stay in sight. */
export const Bulk = ({ shown, parties, owners, children }: Props) => (
  <ActionForm action={actOnChosen} prefix="bulk-" buttonsOnly placesErrors placesResult>
    {children}
    <div className={css.panel} data-screen="">
      <FormErrors />
      <Outcomes />
      <FormDisclosure summary={t('bulk.title')} open={shown.choose === 'all'}>
        <Stack>
          <Row spread>
            <p>
              {t('bulk.about')}{' '}
              <a href={shownListAddress(shown, { after: shown.after, choose: 'all' })}>{t('bulk.chooseAll')}</a>
            </p>
            <CloseDisclosure>{t('bulk.finish')}</CloseDisclosure>
          </Row>
          <Actions owners={owners} />
        </Stack>
      </FormDisclosure>
      <FormResult />
      <Selected words={countForms('bulk.selected')} />
    </div>
    <datalist id="bulk-parties">
      {parties.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  </ActionForm>
)

/** The fields and the button of each action: assign, set the due date, add a theme, remind, close. */
const Actions = ({ owners }: Pick<Props, 'owners'>) => (
  <>
    <InlineFields>
      <FormText name="party" label={t('bulk.party')} list="bulk-parties" autoComplete="off" />
      <FormDate name="partyDue" optional label={t('bulk.dueFirst')} />
      <OwnerField owners={owners} />
      <FormCheck name="role" value="lead" label={t('bulk.lead')} />
      <SubmitButton variant="plain" name="act" value="assign">
        {t('bulk.assign')}
      </SubmitButton>
    </InlineFields>
    <ConfirmPast field="partyDue" />
    <InlineFields>
      <FormDate name="dueOn" label={t('bulk.dueOn')} />
      <FormText name="only" optional label={t('bulk.only')} list="bulk-parties" autoComplete="off" />
      <FormText name="dueReason" label={t('bulk.dueReason')} />
      <SubmitButton variant="plain" name="act" value="due">
        {t('bulk.setDue')}
      </SubmitButton>
    </InlineFields>
    <ConfirmPast field="dueOn" />
    <InlineFields>
      <FormText name="theme" label={t('bulk.theme')} />
      <SubmitButton variant="plain" name="act" value="theme">
        {t('bulk.addTheme')}
      </SubmitButton>
    </InlineFields>
    <InlineFields>
      <FormText name="note" optional label={t('bulk.note')} />
      <SubmitButton variant="plain" name="act" value="remind">
        {t('bulk.remind')}
      </SubmitButton>
    </InlineFields>
    <InlineFields>
      <FormSelect
        name="closure"
        label={t('recommendation.manage.closure')}
        defaultValue=""
        options={closureOptions()}
      />
      <FormText name="reason" label={t('bulk.reason')} />
      <SubmitButton variant="plain" name="act" value="close">
        {t('bulk.close')}
      </SubmitButton>
    </InlineFields>
  </>
)

const OwnerField = ({ owners }: Pick<Props, 'owners'>) =>
  owners ? (
    <FormSelect
      name="owner"
      optional
      label={t('bulk.owner')}
      defaultValue=""
      options={[{ value: '', label: t('recommendation.assignments.ownerLater') }, ...owners.map(ownerOption)]}
    />
  ) : (
    <FormText name="owner" optional label={t('bulk.ownerEmail')} type="email" autoComplete="off" />
  )
