import { FormSelect, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { words } from '@/lib/platform/i18n'
import { Closure } from '@/prisma/generated/enums'

/** Why something ends without full action. */
export const ClosureFields = ({ button }: { button: string }) => (
  <Fields>
    <FormSelect
      name="closure"
      label={words('one.manage.closure')}
      options={Object.values(Closure).map((value) => ({ value, label: words(`closure.${value}`) }))}
    />
    <ReasonField />
    <span>
      <SubmitButton>{button}</SubmitButton>
    </span>
  </Fields>
)

export const ReasonField = () => <FormTextArea name="reason" label={words('one.manage.reason')} rows={2} />
