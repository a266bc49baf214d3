import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { openDay } from '@/app/_addresses/open-day'
import { LinkButton } from '@/app/_ui/button'
import { Page, PageHead } from '@/app/_ui/layout'
import { DayBar, WrongDay } from '@/app/(work)/_components/day-bar'
import { mayKeepDocuments } from '@/lib/documents/policy'
import { listDocuments } from '@/lib/documents/queries'
import { listImports } from '@/lib/imports/queries'
import { t } from '@/lib/platform/i18n'
import { DocumentRows } from './document-rows'
import { OpenImports } from './open-imports'

export const generateMetadata = pageTitle('documents.title')

export default async function DocumentsPage({ searchParams }: PageProps<'/documents'>) {
  const actor = await requireUser()
  const search = await searchParams
  const bar = { path: '/documents', day: openDay(search) }
  if (bar.day.wrong) return <WrongDay {...bar} />
  const keeps = mayKeepDocuments(actor)
  const filters = {
    q: String(search.q ?? ''),
    archived: search.show === 'archived',
    after: String(search.after ?? ''),
  }
  const [list, imports] = await Promise.all([
    listDocuments(actor, filters),
    listImports(actor, { open: true, limit: 20 }),
  ])

  return (
    <Page>
      <DayBar {...bar} />
      <PageHead
        title={t('documents.title')}
        actions={
          keeps && (
            <>
              <LinkButton href="/documents/import" variant="main">
                {t('imports.title')}
              </LinkButton>
              <LinkButton href="/sheets/import">{t('sheets.title')}</LinkButton>
            </>
          )
        }
      >
        <p>{t('documents.about')}</p>
      </PageHead>
      {!bar.day.past && imports.ok && imports.value.items.length > 0 && <OpenImports imports={imports.value.items} />}
      <DocumentRows list={list} filters={filters} keeps={keeps} />
    </Page>
  )
}
