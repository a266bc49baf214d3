import { Disclosure } from '@/app/_ui/disclosure'
import { FormCheck, FormHidden, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { DetailsFields } from '@/app/(work)/_components/details-fields'
import type { TypedDetails } from '@/lib/documents/typed-details'
import { t } from '@/lib/platform/i18n'

type Props = { editionOf: string | undefined; details: TypedDetails | undefined }

/**
 * What one can say of a document before it is read. `details` were typed for an earlier import of it. A new edition keeps
 * the details of its document.
 */
export const MoreFields = ({ editionOf, details }: Props) => (
  <>
    {editionOf === undefined ? (
      <OptionalDetails details={details} />
    ) : (
      <FormHidden name="editionOf" value={editionOf} />
    )}
    <FormCheck name="again" value="yes" label={t('imports.again')} />
  </>
)

const OptionalDetails = ({ details }: Pick<Props, 'details'>) => (
  <Disclosure summary={t('imports.detailsOptional')} open={details !== undefined}>
    <Fields>
      <p>{t('imports.detailsAbout')}</p>
      <FormText name="title" optional label={t('details.name')} defaultValue={details?.title} />
      <FormText
        name="code"
        optional
        label={t('details.code')}
        hint={t('details.codeHint')}
        defaultValue={details?.code}
        autoComplete="off"
      />
      <DetailsFields {...details} unread />
    </Fields>
  </Disclosure>
)
