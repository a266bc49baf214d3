import { Disclosure } from '@/app/_ui/disclosure'
import { FormCheck, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { DetailsFields } from '@/app/(work)/_components/details-fields'
import { t } from '@/lib/platform/i18n'

/** What one can say of a document before it is read. */
export const MoreFields = () => (
  <>
    <Disclosure summary={t('imports.detailsOptional')}>
      <Fields>
        <p>{t('imports.detailsAbout')}</p>
        <FormText name="title" optional label={t('draft.name')} />
        <FormText name="code" optional label={t('draft.code')} hint={t('draft.codeHint')} autoComplete="off" />
        <DetailsFields />
      </Fields>
    </Disclosure>
    <FormCheck name="again" value="yes" label={t('imports.again')} />
  </>
)
