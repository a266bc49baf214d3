import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormText, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { DetailsFields } from '@/app/(work)/_components/details-fields'
import type { Draft } from '@/lib/documents/drafts'
import { t } from '@/lib/platform/i18n'
import { goOn } from './actions'

/** The first step: the details of the document, and its pasted text. */
export function TextStep({ draft, freshId }: { draft: Draft | undefined; freshId: string }) {
  const { particulars = {}, pasted = '' } = draft ?? {}
  return (
    <ActionForm action={goOn} keep={`document ${draft?.id ?? 'new'}`}>
      <Fields>
        <p>{t('draft.about')}</p>
        <FormHidden name="id" value={draft?.id ?? freshId} />
        {draft && <FormHidden name="version" value={draft.updatedAt.getTime()} />}
        <FormText name="title" label={t('draft.name')} defaultValue={particulars.title} />
        <FormText
          name="code"
          label={t('draft.code')}
          hint={t('draft.codeHint')}
          defaultValue={particulars.code}
          autoComplete="off"
        />
        <DetailsFields {...particulars} />
        <FormTextArea
          name="pasted"
          label={t('draft.pasted')}
          hint={t('draft.pastedHint')}
          rows={18}
          defaultValue={pasted}
        />
        <Row>
          <SubmitButton>{t('draft.next')}</SubmitButton>
          <small>{t('draft.keptFor')}</small>
        </Row>
      </Fields>
    </ActionForm>
  )
}
