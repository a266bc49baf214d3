import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { FormResult } from '@/app/_ui/form-result'
import { Row, Stack } from '@/app/_ui/layout'
import { LongList } from '@/app/_ui/long-list'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Draft } from '@/lib/documents/drafts'
import { readDraft } from '@/lib/documents/read-draft'
import { t } from '@/lib/platform/i18n'
import { choose } from './actions'
import { LeftOut } from './left-out'
import css from './marks.module.css'
import { SentenceRow } from './sentence-row'

/** The second step: selects the sentences that are recommendations, with their titles and kinds. */
export function MarksStep({ draft }: { draft: Draft }) {
  const { paragraphs, leftOut } = readDraft(draft)
  const sentences = paragraphs.reduce((sum, paragraph) => sum + paragraph.sentences.length, 0)
  return (
    <Stack>
      <p>{t('draft.marksAbout')}</p>
      <p>
        <b dir="auto">{draft.particulars.title}</b>
        <br />
        {t('draft.read', { paragraphs: paragraphs.length, sentences })}
      </p>
      <LeftOut lines={leftOut} />
      <ActionForm action={choose} keep={`marks ${draft.id}`} placesResult>
        <FormHidden name="id" value={draft.id} />
        <FormHidden name="version" value={draft.updatedAt.getTime()} />
        <div className={css.paragraphs} lang={draft.particulars.language}>
          <LongList rows={paragraphs} weigh={({ sentences }) => 1 + sentences.length}>
            {(paragraph, place) => (
              <fieldset key={`${place} ${paragraph.label}`} className={css.paragraph}>
                <Heading paragraph={paragraph} before={paragraphs[place - 1]} />
                <LongList rows={paragraph.sentences}>
                  {(sentence) => (
                    <SentenceRow key={`${sentence.start} ${sentence.quote}`} sentence={sentence} place={place} />
                  )}
                </LongList>
              </fieldset>
            )}
          </LongList>
        </div>
        <div className={css.buttons}>
          <Row>
            <SubmitButton name="intent" value="check">
              {t('draft.toCheck')}
            </SubmitButton>
            <SubmitButton variant="plain" name="intent" value="keep">
              {t('draft.keep')}
            </SubmitButton>
            <SubmitButton variant="quiet" name="intent" value="back">
              {t('draft.back')}
            </SubmitButton>
          </Row>
          <FormResult />
        </div>
      </ActionForm>
    </Stack>
  )
}

type Headed = { path: string; label: string; heading?: string | undefined }

function Heading({ paragraph: { path, label, heading }, before }: { paragraph: Headed; before: Headed | undefined }) {
  return (
    <legend>
      {heading && heading !== before?.heading && (
        <span className={css.heading} dir="auto">
          {heading}
        </span>
      )}
      <small>{label ? t('draft.paragraph', { label: path }) : t('draft.unnumbered')}</small>
    </legend>
  )
}
