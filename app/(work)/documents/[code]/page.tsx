import type { Metadata } from 'next'
import { cache } from 'react'
import { requireUser } from '@/app/_actions/require-user'
import { chosenIn, documentAddress } from '@/app/_addresses/document'
import { Page, Split } from '@/app/_ui/layout'
import { HistorySection } from '@/app/(work)/_components/history-section'
import { NotFoundPage } from '@/app/not-found-page'
import { mayKeepDocuments } from '@/lib/documents/policy'
import { findDocument } from '@/lib/documents/queries'
import { timelineOf } from '@/lib/history/timeline'
import { t } from '@/lib/platform/i18n'
import { wasRefused } from '@/lib/platform/request-scope'
import { numberInAddress } from '@/lib/platform/whole-number'
import { Facts } from './about'
import { AddNotice } from './add-notice'
import { ArchiveForm } from './archive-form'
import { DetailsForm } from './details-form'
import { Head } from './head'
import { Text } from './text'

type Props = PageProps<'/documents/[code]'>

/** Read once for the title and the page. */
const find = cache(findDocument)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const document = await find(await requireUser(), (await params).code)
  return { title: document?.title ?? t('shell.not_found.title') }
}

export default async function DocumentPage({ params, searchParams }: Props) {
  const actor = await requireUser()
  const document = await find(actor, (await params).code)
  if (!document) return <NotFoundPage />

  const search = await searchParams
  const after = numberInAddress(search.after)
  const { id, code, archivedAt } = document
  const keeps = mayKeepDocuments(actor) && !archivedAt
  const adding = (keeps || wasRefused('add-')) && search.edit === 'add'
  const chronicle = await timelineOf(actor, { subject: { type: 'document', id }, after })
  return (
    <Page>
      <Head document={document} done={String(search.done ?? '')} keeps={keeps} />
      {keeps && search.edit === 'archive' && <ArchiveForm code={code} />}
      {(keeps || wasRefused('details-')) && search.edit === 'details' && <DetailsForm document={document} />}
      {adding && <AddNotice code={code} />}
      <Split aside={<Facts document={document} keeps={keeps} />}>
        <Text document={document} adding={adding} chosen={adding ? chosenIn(search.words) : undefined} />
      </Split>
      <HistorySection chronicle={chronicle} after={after} to={(after) => documentAddress(code, { after })} />
    </Page>
  )
}
