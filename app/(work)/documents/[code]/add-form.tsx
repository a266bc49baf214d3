import { type Chosen, documentAddress } from '@/app/_addresses/document'
import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormSelect, FormText, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { FormPassages } from '@/app/_ui/form-passages'
import { Row, Section } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Paragraph } from '@/lib/documents/paragraphs'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { cut } from '@/lib/reading/sentences'
import { suggestKind, suggestTitle } from '@/lib/suggestions/suggest-details'
import { Kind } from '@/prisma/generated/enums'
import { addOne } from './actions'

const kinds = () => Object.values(Kind).map((value) => ({ value, label: t(`kind.${value}`) }))

type Props = { code: string; part: number; language: string; paragraph: Paragraph; chosen: Chosen }

/** Adds a recommendation from the chosen sentence, or from other words of its paragraph. */
export function AddForm({ code, part, language, paragraph, chosen: { start, end } }: Props) {
  const quote = cut(paragraph.text, { start, end })
  return (
    <Section id="adding" title={t('document.addOne')} card>
      <ActionForm
        action={addOne}
        prefix="add-"
        keep={`recommendation ${code} ${paragraph.ordinal} ${start}`}
        focus
        key={`${paragraph.ordinal} ${start} ${end}`}
      >
        <FormHidden name="id" value={newId()} />
        <FormHidden name="code" value={code} />
        <FormHidden name="paragraph" value={paragraph.ordinal} />
        <FormHidden name="chosen" value={start} />
        <Fields>
          <FormTextArea
            name="words"
            label={t('document.quote')}
            hint={t('document.quoteHint')}
            rows={4}
            lang={language}
            defaultValue={quote}
          />
          <FormPassages name="at" of="occurrence" label={t('document.which')} lang={language} />
          <FormText name="title" label={t('imports.edit.name')} defaultValue={suggestTitle(quote)} maxLength={300} />
          <FormSelect name="kind" label={t('imports.edit.kind')} options={kinds()} defaultValue={suggestKind(quote)} />
          <Row>
            <SubmitButton>{t('document.addSend')}</SubmitButton>
            <SoftLink href={documentAddress(code, { edit: 'add', part })}>{t('organizations.cancel')}</SoftLink>
          </Row>
        </Fields>
      </ActionForm>
    </Section>
  )
}
