import type { Metadata } from 'next'
import { cache } from 'react'
import { requireUser } from '@/app/_actions/require-user'
import { type ImportPageState, importDoneInWords, readImportState } from '@/app/_addresses/import'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { DoneNotice } from '@/app/_ui/done-notice'
import { Page, PageHead } from '@/app/_ui/layout'
import { ForbiddenPage } from '@/app/(work)/_components/forbidden-page'
import { NotFoundPage } from '@/app/not-found-page'
import type { ImportNow } from '@/lib/imports/import-shape'
import { mayImport } from '@/lib/imports/policy'
import { findImport } from '@/lib/imports/queries'
import { config } from '@/lib/platform/config'
import { momentInWords, t } from '@/lib/platform/i18n'
import { Check } from './check'
import { Details } from './details'
import { ImportState } from './import-state'
import { Places } from './places'
import { RemovedText } from './removed-text'
import { Review } from './review'
import { Steps } from './steps'
import { TextChanges } from './text-changes'
import { Withdraw } from './withdraw'

type Props = PageProps<'/imports/[id]'>

/** Read once for the title and the page. */
const find = cache(findImport)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await find(await requireUser(), (await params).id)
  return { title: found.ok ? titleOf(found.value) : t('shell.not_found.title') }
}

/** An import: how far it is read, its review, and the steps to its publication. */
export default async function ImportPage({ params, searchParams }: Props) {
  const actor = await requireUser()
  if (!mayImport(actor)) return <ForbiddenPage />
  const found = await find(actor, (await params).id)
  if (!found.ok) return <NotFoundPage />

  const one = found.value
  const state = withStep(one, readImportState(await searchParams))
  const done = importDoneInWords(state.done)
  const title = titleOf(one)
  const above = [{ label: t('documents.title'), href: '/documents' }, { label: title }]
  const moment = momentInWords(new Date(one.receivedAt), config.TIME_ZONE)
  const inReview = one.state === 'review'
  return (
    <Page wide={inReview && state.step === 'review'}>
      <PageHead title={title} above={<Breadcrumb label={t('documents.path')} items={above} />}>
        <p>
          {t(`imports.state.${one.state}`)} · {t('imports.by', { name: one.by.name, moment })}
        </p>
        {done && state.at === undefined && state.step !== 'places' && <DoneNotice>{done}</DoneNotice>}
        {one.editionOf && <p>{t('imports.edition.of', one.editionOf)}</p>}
        {inReview && <Steps one={one} at={state.step} />}
      </PageHead>
      {!inReview && <ImportState one={one} />}
      {inReview && state.step === 'places' && <Places actor={actor} one={one} state={state} />}
      {inReview && state.step === 'compare' && <TextChanges actor={actor} one={one} state={state} />}
      {inReview && state.step === 'review' && <Review actor={actor} one={one} state={state} />}
      {inReview && state.step === 'details' && <Details one={one} />}
      {inReview && state.step === 'check' && <Check actor={actor} one={one} />}
      {inReview && state.step === 'removed' && <RemovedText actor={actor} one={one} after={state.after} />}
      {one.state !== 'withdrawn' && <Withdraw one={one} />}
    </Page>
  )
}

const titleOf = ({ editionOf, document, name }: ImportNow) =>
  editionOf?.title ?? document.title ?? name ?? t('imports.untitled')

/** Opens the review of candidates, or what becomes of the edition before unless the URL names a part of the review. */
function withStep({ editionOf }: ImportNow, state: ImportPageState): ImportPageState {
  const { step, section, show, add, edit, at } = state
  const begun = [section, show, add, edit, at].some((value) => value !== undefined)
  const first = editionOf && !begun ? 'places' : 'review'
  const others = editionOf ? ['details'] : ['places', 'compare']
  return { ...state, step: step && !others.includes(step) ? step : first }
}
