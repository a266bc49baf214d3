import type { Metadata } from 'next'
import { LinkButton } from '@/app/_ui/button'
import { Page, PageHead } from '@/app/_ui/layout'
import { signedIn } from '@/app/signed-in'
import { listDrafts } from '@/lib/documents/drafts'
import { mayKeepDocuments } from '@/lib/documents/policy'
import { listDocuments } from '@/lib/documents/queries'
import { words } from '@/lib/platform/i18n'
import { DocumentRows } from './document-rows'
import { Drafts } from './drafts'

export const metadata: Metadata = { title: words('documents.title') }

export default async function DocumentsPage({ searchParams }: PageProps<'/documents'>) {
  const actor = await signedIn()
  const search = await searchParams
  const keeps = mayKeepDocuments(actor)
  const asked = {
    q: String(search.q ?? ''),
    archived: search.show === 'archived',
    after: String(search.after ?? ''),
  }
  const [list, drafts] = await Promise.all([listDocuments(actor, asked), keeps ? listDrafts(actor) : []])

  return (
    <Page>
      <PageHead
        title={words('documents.title')}
        actions={
          keeps && (
            <LinkButton href="/documents/new" variant="main">
              {words('documents.add')}
            </LinkButton>
          )
        }
      >
        <p>{words('documents.about')}</p>
      </PageHead>
      {drafts.length > 0 && <Drafts drafts={drafts} />}
      <DocumentRows list={list} asked={asked} keeps={keeps} />
    </Page>
  )
}
