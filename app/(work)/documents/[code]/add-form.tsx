import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormSelect, FormText, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { FormPassages } from '@/app/_ui/form-passages'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { guessKind, guessTitle } from '@/lib/documents/guess'
import type { Paragraph } from '@/lib/documents/queries'
import { cut } from '@/lib/documents/sentences'
import { words } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { Kind } from '@/prisma/generated/enums'
import { addOne } from './actions'
import { addressOf, type Chosen } from './address'

const kinds = Object.values(Kind).map((value) => ({ value, label: words(`kind.${value}`) }))

type Props = { code: string; language: string; paragraph: Paragraph; chosen: Chosen }

/** Makes a recommendation of the chosen sentence, or of other words of its paragraph. */
export function AddForm({ code, language, paragraph, chosen: { start, end } }: Props) {
  const quote = cut(paragraph.text, { start, end })
  return (
    <Section id="adding" title={words('document.addOne')} card>
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
            label={words('document.quote')}
            hint={words('document.quoteHint')}
            rows={4}
            lang={language}
            defaultValue={quote}
          />
          <FormPassages name="at" of="occurrence" label={words('document.which')} lang={language} />
          <FormText name="title" label={words('draft.recTitle')} defaultValue={guessTitle(quote)} maxLength={300} />
          <FormSelect name="kind" label={words('draft.recKind')} options={kinds} defaultValue={guessKind(quote)} />
          <Row>
            <SubmitButton>{words('document.addSend')}</SubmitButton>
            <InPlaceLink href={addressOf(code, { edit: 'add' })}>{words('places.cancel')}</InPlaceLink>
          </Row>
        </Fields>
      </ActionForm>
    </Section>
  )
}
