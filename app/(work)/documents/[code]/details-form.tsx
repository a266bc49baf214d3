import { documentAddress } from '@/app/_addresses/document'
import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { DetailsFields } from '@/app/(work)/_components/details-fields'
import type { DocumentPart } from '@/lib/documents/document-part'
import { t } from '@/lib/platform/i18n'
import { saveDetails } from './actions'

/** Corrects the details of a published document. Its code and its text do not change. */
export const DetailsForm = ({ document }: { document: DocumentPart }) => (
  <Section id="details" title={t('document.editDetails')} card>
    <ActionForm action={saveDetails} prefix="details-" version={document.version} focus>
      <Fields>
        <p>{t('document.editAbout', { code: document.code })}</p>
        <FormHidden name="code" value={document.code} />
        <FormText name="title" label={t('details.name')} defaultValue={document.title} />
        <DetailsFields {...document} />
        <Row>
          <SubmitButton>{t('document.save')}</SubmitButton>
          <SoftLink href={documentAddress(document.code, {})}>{t('organizations.cancel')}</SoftLink>
        </Row>
      </Fields>
    </ActionForm>
  </Section>
)
