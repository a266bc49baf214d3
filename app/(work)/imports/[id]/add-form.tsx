import { type ImportPageState, importAddress } from '@/app/_addresses/import'
import { ActionForm } from '@/app/_ui/action-form'
import { FormChoices, FormHidden, FormSelect, FormText, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { FormPassages } from '@/app/_ui/form-passages'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { cutter, sentencesOf } from '@/lib/reading/sentences'
import { addOne } from './actions'
import { kinds } from './edit-form'
import { FillWords } from './fill-words'
import css from './review.module.css'
import type { SectionRow } from './section-pages'
import { StateFields } from './state-fields'

type Props = {
  importId: string
  language: string
  state: ImportPageState
  row: SectionRow
}

/** Adds a sentence of a paragraph, or other words of it, as a recommendation. */
export function AddForm({ importId, language, state, row }: Props) {
  const { paragraph, own, from = 0, to = Number.POSITIVE_INFINITY } = row
  const { ordinal, text } = paragraph
  const cut = cutter(text)
  const within = own.filter(({ start, end }) => start < to && from < end)
  const free = sentencesOf(text)
    .filter(({ start }) => from <= start && start < to)
    .filter(({ start, end }) => !within.some((c) => c.start < end && start < c.end))
  const [only] = free.length === 1 ? free : []
  return (
    <div className={css.card}>
      <ActionForm action={addOne} prefix="add-" keep={`candidate ${importId} ${ordinal}`} focus>
        <FormHidden name="id" value={newId()} />
        <FormHidden name="importId" value={importId} />
        <FormHidden name="paragraph" value={ordinal} />
        <StateFields state={state} />
        <Fields>
          <h3>{t('imports.edit.add')}</h3>
          {free.length > 0 && (
            <FormChoices
              name="sentence"
              label={t('imports.edit.sentence')}
              options={free.map(({ start, end }) => ({ value: `${start}-${end}`, label: cut({ start, end }) }))}
              defaultValue={only && `${only.start}-${only.end}`}
            />
          )}
          <FormTextArea
            name="words"
            optional={free.length > 0 || undefined}
            label={t(free.length > 0 ? 'imports.edit.otherWords' : 'imports.edit.words')}
            hint={t(free.length > 0 ? 'imports.edit.otherWordsHint' : 'imports.edit.wordsHint')}
            rows={3}
            lang={language}
            defaultValue={only && cut(only)}
          />
          <FillWords from="sentence" into="words" />
          <FormPassages name="at" of="occurrence" label={t('imports.edit.which')} lang={language} />
          <FormText name="title" optional label={t('imports.edit.name')} maxLength={300} />
          <FormSelect name="kind" label={t('imports.edit.kind')} options={kinds()} defaultValue="action" />
          <Row>
            <SubmitButton>{t('imports.edit.send')}</SubmitButton>
            <SoftLink href={importAddress(importId, state, `p${ordinal}`)}>{t('imports.edit.cancel')}</SoftLink>
          </Row>
        </Fields>
      </ActionForm>
    </div>
  )
}
