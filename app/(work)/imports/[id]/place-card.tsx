import { type ImportPageState, importAddress, importDoneInWords } from '@/app/_addresses/import'
import { ActionForm } from '@/app/_ui/action-form'
import { DoneNotice } from '@/app/_ui/done-notice'
import { FormHidden } from '@/app/_ui/form-fields'
import { Row } from '@/app/_ui/layout'
import { Quoted } from '@/app/_ui/quoted'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Hidden } from '@/app/_ui/text'
import { WordChanges } from '@/app/(work)/_components/word-changes'
import type { PlaceNow } from '@/lib/imports/place-shape'
import { t } from '@/lib/platform/i18n'
import { decide } from './edition-actions'
import { PlaceForm } from './place-form'
import { placeInWords } from './place-in-words'

type Props = { importId: string; language: string; place: PlaceNow; state: ImportPageState }

/** A recommendation or an annotation: its words before and now, and the buttons to decide. */
export function PlaceCard({ importId, language, place, state }: Props) {
  const { id, recommendation, was, quote, decided } = place
  const { stand, after } = state
  const kept: ImportPageState = { step: 'places', stand, after }
  const done = state.edit === id && importDoneInWords(state.done)
  const editing = state.edit === id && !done
  return (
    <li id={`k-${id}`} data-decided={decided || undefined}>
      <small>{placeInWords(place)}</small>
      <p>
        {recommendation ? (
          <>
            <b dir="ltr">{recommendation.key}</b> <span dir="auto">{recommendation.title}</span>
          </>
        ) : (
          <Annotated place={place} />
        )}
      </p>
      {quote === undefined || quote === was.quote ? (
        <Quoted lang={language}>{was.quote}</Quoted>
      ) : (
        <WordChanges before={was.quote} after={quote} lang={language} />
      )}
      {done && <DoneNotice>{done}</DoneNotice>}
      {editing ? (
        <PlaceForm importId={importId} language={language} place={place} state={kept} />
      ) : (
        <Decide importId={importId} place={place} state={kept} />
      )}
    </li>
  )
}

const Annotated = ({ place: { annotation } }: { place: PlaceNow }) =>
  annotation && (
    <>
      <b>{t('imports.edition.annotation', { name: annotation.by })}</b> <span dir="auto">{annotation.beginning}</span>
    </>
  )

/** The buttons of a place. Each says which one it is about. */
function Decide({ importId, place, state }: { importId: string; place: PlaceNow; state: ImportPageState }) {
  const { id, recommendation, annotation, version, decided } = place
  const about = <Hidden>{recommendation?.key ?? annotation?.beginning}</Hidden>
  return (
    <ActionForm action={decide} prefix={`k${id}-`} buttonsOnly>
      <FormHidden name="importId" value={importId} />
      <FormHidden name="id" value={id} />
      <FormHidden name="version" value={version} />
      {state.stand && <FormHidden name="stand" value={state.stand} />}
      {state.after && <FormHidden name="after" value={state.after} />}
      <Row>
        {decided ? (
          <SubmitButton name="decision" value="open" variant="plain">
            {t('imports.candidate.undo')} {about}
          </SubmitButton>
        ) : (
          <SubmitButton name="decision" value="confirmed">
            {t(`imports.edition.confirm.${place.state}`)} {about}
          </SubmitButton>
        )}
        {!decided && place.state !== 'gone' && (
          <SubmitButton name="decision" value="gone" variant="plain">
            {t('imports.edition.isGone')} {about}
          </SubmitButton>
        )}
        <SoftLink href={importAddress(importId, { ...state, edit: id }, `k-${id}`)}>
          {t('imports.edition.otherWords')} {about}
        </SoftLink>
      </Row>
    </ActionForm>
  )
}
