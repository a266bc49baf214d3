import { FormSelect, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { t } from '@/lib/platform/i18n'
import { Closure } from '@/prisma/generated/enums'

/** The reasons to close, of which none is chosen in advance. */
export const closureOptions = () => [
  { value: '', label: t('recommendation.manage.chooseClosure') },
  ...Object.values(Closure).map((value) => ({ value, label: t(`closure.${value}`) })),
]

/** The fields for closing something: the kind of closure and the reason. */
export const ClosureFields = ({ button, back }: { button: string; back: string }) => (
  <Fields>
    <FormSelect name="closure" label={t('recommendation.manage.closure')} defaultValue="" options={closureOptions()} />
    <FormTextArea name="reason" label={t('recommendation.manage.explanation')} rows={2} />
    <Row>
      <SubmitButton>{button}</SubmitButton>
      <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
    </Row>
  </Fields>
)

/** The fields for reopening something: the reason. */
export const ReopenFields = ({ title, back }: { title?: string; back: string }) => (
  <Fields>
    {title && <h3>{title}</h3>}
    <ReasonField />
    <Row>
      <SubmitButton>{t('recommendation.manage.reopen')}</SubmitButton>
      <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
    </Row>
  </Fields>
)

export const ReasonField = () => <FormTextArea name="reason" label={t('recommendation.manage.reason')} rows={2} />
