import type { Metadata } from 'next'
import { cache } from 'react'
import { requireUser } from '@/app/_actions/require-user'
import { readSheetState, sheetDoneInWords } from '@/app/_addresses/sheet'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { DoneNotice } from '@/app/_ui/done-notice'
import { Page, PageHead } from '@/app/_ui/layout'
import { ForbiddenPage } from '@/app/(work)/_components/forbidden-page'
import { NotFoundPage } from '@/app/not-found-page'
import { config } from '@/lib/platform/config'
import { momentInWords, t } from '@/lib/platform/i18n'
import { mayImportSheets } from '@/lib/sheets/policy'
import { countsOfSheet, findSheet } from '@/lib/sheets/queries'
import { Columns } from './columns'
import { Imported } from './imported'
import { Review } from './review'
import { SheetState } from './sheet-state'
import { Withdraw } from './withdraw'
import { Worksheets } from './worksheets'

type Props = PageProps<'/sheets/[id]'>

/** Read once for the title and the page. */
const find = cache(findSheet)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await find(await requireUser(), (await params).id)
  return { title: found.ok ? found.value.name : t('shell.not_found.title') }
}

/** A spreadsheet: how far it is read, what its columns contain, what is wrong in which row, and what it has added. */
export default async function SheetPage({ params, searchParams }: Props) {
  const actor = await requireUser()
  if (!mayImportSheets(actor)) return <ForbiddenPage />
  const [found, state] = [await find(actor, (await params).id), readSheetState(await searchParams)]
  if (!found.ok) return <NotFoundPage />

  const sheet = found.value
  const counts = await countsOfSheet(sheet)
  const done = sheetDoneInWords(state.done)
  const above = [
    { label: t('documents.title'), href: '/documents' },
    { label: t('sheets.title'), href: '/sheets/import' },
    { label: sheet.name },
  ]
  const moment = momentInWords(new Date(sheet.receivedAt), config.TIME_ZONE)
  return (
    <Page>
      <PageHead title={sheet.name} above={<Breadcrumb label={t('documents.path')} items={above} />}>
        <p>
          {t(`sheets.state.${sheet.state}`)} · {t('sheets.by', { name: sheet.by.name, moment })}
        </p>
        {done && <DoneNotice>{done}</DoneNotice>}
      </PageHead>
      {sheet.state === 'review' ? (
        <>
          <Review actor={actor} sheet={sheet} counts={counts} after={state.after} />
          <Worksheets sheet={sheet} />
          <Columns sheet={sheet} />
        </>
      ) : (
        <SheetState sheet={sheet} counts={counts} />
      )}
      {sheet.state === 'imported' && <Imported sheet={sheet} counts={counts} after={state.after} />}
      {sheet.state !== 'withdrawn' && sheet.state !== 'importing' && <Withdraw id={sheet.id} made={counts.made > 0} />}
    </Page>
  )
}
