import { FormSelect, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { words } from '@/lib/platform/i18n'
import { Closure } from '@/prisma/generated/enums'

/** Why something ends without full implementation. */
export const ClosureFields = ({ button, back }: { button: string; back: string }) => (
  <Fields>
    <FormSelect
      name="closure"
      label={words('one.manage.closure')}
      options={Object.values(Closure).map((value) => ({ value, label: words(`closure.${value}`) }))}
    />
    <FormTextArea name="reason" label={words('one.manage.explanation')} rows={2} />
    <Row>
      <SubmitButton>{button}</SubmitButton>
      <InPlaceLink href={back}>{words('one.cancel')}</InPlaceLink>
    </Row>
  </Fields>
)

export const ReasonField = () => <FormTextArea name="reason" label={words('one.manage.reason')} rows={2} />
