import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Document } from '@/lib/documents/queries'
import { words } from '@/lib/platform/i18n'
import { DetailsFields } from '../details-fields'
import { saveDetails } from './actions'
import { addressOf } from './address'

/** Corrects what is known of a published document. Its code and its text stay. */
export const DetailsForm = ({ document }: { document: Document }) => (
  <Section id="details" title={words('document.editDetails')} card>
    <ActionForm action={saveDetails} prefix="details-" version={document.version} focus>
      <Fields>
        <p>{words('document.editAbout', { code: document.code })}</p>
        <FormHidden name="code" value={document.code} />
        <FormText name="title" label={words('draft.name')} defaultValue={document.title} />
        <DetailsFields {...document} />
        <Row>
          <SubmitButton>{words('document.save')}</SubmitButton>
          <InPlaceLink href={addressOf(document.code, {})}>{words('places.cancel')}</InPlaceLink>
        </Row>
      </Fields>
    </ActionForm>
  </Section>
)
