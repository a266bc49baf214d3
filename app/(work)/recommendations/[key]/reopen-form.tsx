import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { words } from '@/lib/platform/i18n'
import type { Assignment } from '@/lib/recommendations/shapes'
import { reopenOne } from './closure-actions'
import { ReasonField } from './closure-fields'

type Props = { recommendation: string; assignment: Assignment; back: string }

/** Takes up again what was closed. */
export const ReopenForm = ({ recommendation, assignment: { id, organization }, back }: Props) => (
  <ActionForm action={reopenOne} prefix="reopen-" keep={`reopen ${id}`} focus>
    <FormHidden name="id" value={id} />
    <FormHidden name="key" value={recommendation} />
    <Fields>
      <h3>{words('one.manage.titleReopen', { organization: organization.name })}</h3>
      <ReasonField />
      <Row>
        <SubmitButton>{words('one.manage.reopen')}</SubmitButton>
        <InPlaceLink href={back}>{words('one.cancel')}</InPlaceLink>
      </Row>
    </Fields>
  </ActionForm>
)
