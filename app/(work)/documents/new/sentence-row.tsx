import { FormHidden, FormSelect, FormText, FormTick } from '@/app/_ui/form-fields'
import { FieldRow } from '@/app/_ui/form-layout'
import type { Choice } from '@/lib/documents/read-draft'
import { initialValueName } from '@/lib/platform/form-initial-value'
import { t } from '@/lib/platform/i18n'
import { currentLanguage } from '@/lib/platform/languages'
import { Kind } from '@/prisma/generated/enums'
import css from './marks.module.css'
import { fieldOf, sentenceId } from './sentence-fields'

const kinds = () => Object.values(Kind).map((value) => ({ value, label: t(`kind.${value}`) }))

/** A sentence with its checkbox. Its title and kind appear below it when it is checked. */
export function SentenceRow({ sentence, place }: { sentence: Choice; place: number }) {
  const { quote, ticked, title, kind } = sentence
  const named = { ...sentence, place }
  return (
    <div className={css.sentence}>
      <FormTick className={css.tick} name="marks" value={sentenceId(named)} defaultChecked={ticked}>
        <span dir="auto">{quote}</span>
      </FormTick>
      {ticked && (
        <>
          <FormHidden name={initialValueName(fieldOf('title', named))} value={title} />
          <FormHidden name={initialValueName(fieldOf('kind', named))} value={kind} />
        </>
      )}
      <div className={css.reading} lang={currentLanguage()}>
        <FieldRow>
          <FormText
            key={title}
            name={fieldOf('title', named)}
            label={t('draft.recTitle')}
            defaultValue={title}
            maxLength={300}
          />
          <FormSelect name={fieldOf('kind', named)} label={t('draft.recKind')} options={kinds()} defaultValue={kind} />
        </FieldRow>
      </div>
    </div>
  )
}
