import type { Metadata } from 'next'
import { cache } from 'react'
import { requireUser } from '@/app/_actions/require-user'
import { importDoneInWords, readImportState } from '@/app/_addresses/import'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { DoneNotice } from '@/app/_ui/done-notice'
import { Page, PageHead } from '@/app/_ui/layout'
import { ForbiddenPage } from '@/app/(work)/_components/forbidden-page'
import { NotFoundPage } from '@/app/not-found-page'
import { mayImport } from '@/lib/imports/policy'
import { findImport } from '@/lib/imports/queries'
import { config } from '@/lib/platform/config'
import { momentInWords, t } from '@/lib/platform/i18n'
import { Check } from './check'
import { Details } from './details'
import { ImportState } from './import-state'
import { RemovedText } from './removed-text'
import { Review } from './review'
import { Steps } from './steps'
import { Withdraw } from './withdraw'

type Props = PageProps<'/imports/[id]'>

/** Read once for the title and the page. */
const find = cache(findImport)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await find(await requireUser(), (await params).id)
  return { title: found.ok ? (found.value.document.title ?? t('imports.untitled')) : t('shell.not_found.title') }
}

/** An import: how far it is read, its review, and the steps to its publication. */
export default async function ImportPage({ params, searchParams }: Props) {
  const actor = await requireUser()
  if (!mayImport(actor)) return <ForbiddenPage />
  const [found, state] = [await find(actor, (await params).id), readImportState(await searchParams)]
  if (!found.ok) return <NotFoundPage />

  const one = found.value
  const done = importDoneInWords(state.done)
  const title = one.document.title ?? one.name ?? t('imports.untitled')
  const above = [{ label: t('documents.title'), href: '/documents' }, { label: title }]
  const moment = momentInWords(new Date(one.receivedAt), config.TIME_ZONE)
  const inReview = one.state === 'review'
  return (
    <Page wide={inReview && state.step === undefined}>
      <PageHead title={title} above={<Breadcrumb label={t('documents.path')} items={above} />}>
        <p>
          {t(`imports.state.${one.state}`)} · {t('imports.by', { name: one.by.name, moment })}
        </p>
        {done && state.at === undefined && <DoneNotice>{done}</DoneNotice>}
        {inReview && <Steps id={one.id} at={state.step} />}
      </PageHead>
      {!inReview && <ImportState one={one} />}
      {inReview && state.step === undefined && <Review actor={actor} one={one} state={state} />}
      {inReview && state.step === 'details' && <Details one={one} />}
      {inReview && state.step === 'check' && <Check actor={actor} one={one} />}
      {inReview && state.step === 'removed' && <RemovedText actor={actor} one={one} after={state.after} />}
      {one.state !== 'withdrawn' && <Withdraw id={one.id} published={one.state === 'published'} />}
    </Page>
  )
}
