import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { requireUser } from '@/app/_actions/require-user'
import { chosenIn, documentAddress, documentPath } from '@/app/_addresses/document'
import { openDay } from '@/app/_addresses/open-day'
import { trendStateIn } from '@/app/_addresses/trend'
import { Page, Split } from '@/app/_ui/layout'
import { DayBar, NotThere, WrongDay } from '@/app/(work)/_components/day-bar'
import { HistorySection } from '@/app/(work)/_components/history-section'
import { TrendSection } from '@/app/(work)/_components/trend'
import { NotFoundPage } from '@/app/not-found-page'
import { type NoteInText, notesInText } from '@/lib/annotations/in-text'
import { mayAnnotate } from '@/lib/annotations/policy'
import { findDocumentPart } from '@/lib/documents/document-part'
import { mayKeepDocuments } from '@/lib/documents/policy'
import type { Actor } from '@/lib/domain/actor'
import { timelineOf } from '@/lib/history/timeline'
import { knownAmong } from '@/lib/mentions/find-typed'
import { peopleLinked } from '@/lib/mentions/people-links'
import { t } from '@/lib/platform/i18n'
import { readMarkdown } from '@/lib/platform/markdown'
import { wasRefused } from '@/lib/platform/request-scope'
import { numberInAddress } from '@/lib/platform/whole-number'
import { dayParam } from '@/lib/register/as-of-parameter'
import { Facts } from './about'
import { ArchiveForm } from './archive-form'
import { Contents, PartPager } from './contents'
import { DetailsForm } from './details-form'
import { Editions, earlierEdition, isCurrent } from './editions'
import { Find } from './find'
import { Head } from './head'
import type { Mode } from './mode'
import { ModeNotice } from './mode-notice'
import { OpenAnchor } from './open-anchor'
import { ReadingPlace } from './reading-place'
import { Text } from './text'

type Props = PageProps<'/documents/[code]'>

/** Read once for the title and the page. */
const findPart = cache((actor: Actor, code: string, edition?: number, ordinal?: number, to?: string, part?: number) =>
  findDocumentPart(actor, code, { edition, ordinal, to, part }),
)

async function documentOf({ params, searchParams }: Props) {
  const [actor, { code }, search] = [await requireUser(), await params, await searchParams]
  openDay(search)
  const to = typeof search.to === 'string' ? search.to : undefined
  const [edition, part] = [numberInAddress(search.edition), numberInAddress(search.part)]
  return findPart(actor, code, edition, chosenIn(search.words)?.paragraph, to, part)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await documentOf(props))?.title ?? t('shell.not_found.title') }
}

export default async function DocumentPage(props: Props) {
  const [actor, { code: asked }, search] = [await requireUser(), await props.params, await props.searchParams]
  const bar = { path: documentPath(asked), day: openDay(search) }
  if (bar.day.wrong) return <WrongDay {...bar} />
  const document = await documentOf(props)
  if (!document) return bar.day.past ? <NotThere {...bar} /> : <NotFoundPage />

  const after = numberInAddress(search.after)
  const { id, code, archivedAt, open, counts } = document
  const keeps = mayKeepDocuments(actor) && !archivedAt
  const count = Object.values(counts).reduce((sum, one) => sum + one, 0)
  const mode = isCurrent(document) ? modeOf(actor, keeps, search.edit) : undefined
  const find = typeof search.find === 'string' ? search.find.trim() : ''
  if (find !== '' && document.outline.anchors.includes(find.toLowerCase())) {
    redirect(documentAddress(code, { edition: earlierEdition(document), to: find.toLowerCase() }))
  }
  const notes = await notesInText(actor, document.editionId, open.from, open.to)
  const chronicle = await timelineOf(actor, { subject: { type: 'document', id }, after })
  return (
    <Page>
      <DayBar {...bar} />
      <Head
        document={document}
        done={String(search.done ?? '')}
        keeps={keeps}
        annotates={mayAnnotate(actor) && count > 0 && isCurrent(document)}
      />
      {keeps && search.edit === 'archive' && <ArchiveForm code={code} />}
      {(keeps || wasRefused('details-')) && search.edit === 'details' && <DetailsForm document={document} />}
      {mode && <ModeNotice code={code} part={open.part} mode={mode} />}
      <Editions document={document} />
      <Split aside={<Facts document={document} keeps={keeps} />}>
        <Contents document={document} />
        <OpenAnchor keeps={['edition', dayParam]} />
        <Find document={document} words={find} after={numberInAddress(search.from)} />
        {isCurrent(document) && !bar.day.past && (
          <ReadingPlace path={documentPath(code)} label={t('document.continue')} />
        )}
        <Text
          actor={actor}
          document={document}
          mode={mode}
          chosen={mode ? chosenIn(search.words) : undefined}
          notes={notes}
          known={await peopleIn(actor, notes)}
        />
        <PartPager document={document} />
      </Split>
      <TrendSection
        actor={actor}
        whose={{ document: code }}
        shown={trendStateIn(search)}
        to={(trend) => documentAddress(code, trend)}
      />
      <HistorySection chronicle={chronicle} after={after} to={(after) => documentAddress(code, { after })} />
    </Page>
  )
}

/** Returns what sentences are chosen for, if the actor may do that or has just been refused. */
function modeOf(actor: Actor, keeps: boolean, edit: unknown): Mode {
  if (edit === 'add') return keeps || wasRefused('add-') ? 'add' : undefined
  return edit === 'note' && (mayAnnotate(actor) || wasRefused('note-')) ? 'note' : undefined
}

/** Returns the people whom annotations mention, as far as the reader may know of them. */
function peopleIn(actor: Actor, notes: readonly NoteInText[]) {
  const bodies = notes.map(({ annotation }) => annotation.body).filter((body) => body.includes('/people/'))
  return knownAmong(actor, [...new Set(bodies.flatMap((body) => peopleLinked(readMarkdown(body))))])
}
