import type { Metadata } from 'next'
import { cache } from 'react'
import { requireUser } from '@/app/_actions/require-user'
import { chosenIn, documentAddress } from '@/app/_addresses/document'
import { Page, Split } from '@/app/_ui/layout'
import { HistorySection } from '@/app/(work)/_components/history-section'
import { NotFoundPage } from '@/app/not-found-page'
import { findDocumentPart } from '@/lib/documents/document-part'
import { mayKeepDocuments } from '@/lib/documents/policy'
import type { Actor } from '@/lib/domain/actor'
import { timelineOf } from '@/lib/history/timeline'
import { t } from '@/lib/platform/i18n'
import { wasRefused } from '@/lib/platform/request-scope'
import { numberInAddress } from '@/lib/platform/whole-number'
import { Facts } from './about'
import { AddNotice } from './add-notice'
import { ArchiveForm } from './archive-form'
import { Contents, PartPager } from './contents'
import { DetailsForm } from './details-form'
import { Head } from './head'
import { OpenAnchor } from './open-anchor'
import { Text } from './text'

type Props = PageProps<'/documents/[code]'>

/** Read once for the title and the page. */
const find = cache((actor: Actor, code: string, ordinal?: number, to?: string, part?: number) =>
  findDocumentPart(actor, code, { ordinal, to, part }),
)

async function documentOf({ params, searchParams }: Props) {
  const [actor, { code }, search] = [await requireUser(), await params, await searchParams]
  const to = typeof search.to === 'string' ? search.to : undefined
  return find(actor, code, chosenIn(search.words)?.paragraph, to, numberInAddress(search.part))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await documentOf(props))?.title ?? t('shell.not_found.title') }
}

export default async function DocumentPage(props: Props) {
  const actor = await requireUser()
  const document = await documentOf(props)
  if (!document) return <NotFoundPage />

  const search = await props.searchParams
  const after = numberInAddress(search.after)
  const { id, code, archivedAt, open } = document
  const keeps = mayKeepDocuments(actor) && !archivedAt
  const adding = (keeps || wasRefused('add-')) && search.edit === 'add'
  const chronicle = await timelineOf(actor, { subject: { type: 'document', id }, after })
  return (
    <Page>
      <Head document={document} done={String(search.done ?? '')} keeps={keeps} />
      {keeps && search.edit === 'archive' && <ArchiveForm code={code} />}
      {(keeps || wasRefused('details-')) && search.edit === 'details' && <DetailsForm document={document} />}
      {adding && <AddNotice code={code} part={open.part} />}
      <Split aside={<Facts document={document} keeps={keeps} />}>
        <Contents document={document} />
        <OpenAnchor path={documentAddress(code, {})} />
        <Text document={document} adding={adding} chosen={adding ? chosenIn(search.words) : undefined} />
        <PartPager document={document} />
      </Split>
      <HistorySection chronicle={chronicle} after={after} to={(after) => documentAddress(code, { after })} />
    </Page>
  )
}
