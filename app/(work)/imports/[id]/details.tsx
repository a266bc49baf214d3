import { importAddress } from '@/app/_addresses/import'
import { ActionForm } from '@/app/_ui/action-form'
import { LinkButton } from '@/app/_ui/button'
import { FormHidden, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { DetailsFields } from '@/app/(work)/_components/details-fields'
import type { ImportNow } from '@/lib/imports/import-shape'
import { t } from '@/lib/platform/i18n'
import { saveDetails } from './actions'

/** The details of the document that an import becomes. */
export const Details = ({ one: { id, version, code, document, found = [] } }: { one: ImportNow }) => (
  <ActionForm action={saveDetails} prefix="details-" version={version} keep={`import ${id}`}>
    <FormHidden name="id" value={id} />
    <Fields>
      <p>{t('imports.details.about')}</p>
      {found.length > 0 && <p>{t('imports.details.found')}</p>}
      <FormText
        name="title"
        label={t('details.name')}
        hint={found.includes('title') ? t('details.found') : undefined}
        defaultValue={document.title}
      />
      <FormText
        name="code"
        label={t('details.code')}
        hint={t('details.codeHint')}
        defaultValue={code}
        autoComplete="off"
      />
      <DetailsFields {...document} found={found} />
      <Row>
        <SubmitButton>{t('imports.details.save')}</SubmitButton>
        <LinkButton href={importAddress(id)}>{t('imports.details.back')}</LinkButton>
      </Row>
    </Fields>
  </ActionForm>
)
