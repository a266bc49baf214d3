import { readRefusedUpload } from '@/app/_actions/kept-upload-form'
import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { documentAddress } from '@/app/_addresses/document'
import { importFormAddress } from '@/app/_addresses/import'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { Page, PageHead } from '@/app/_ui/layout'
import { Tabs } from '@/app/_ui/tabs'
import { ForbiddenPage } from '@/app/(work)/_components/forbidden-page'
import { NotFoundPage } from '@/app/not-found-page'
import { findDocumentTitle } from '@/lib/documents/find-title'
import { earlierImport } from '@/lib/imports/earlier-import'
import { mayImport } from '@/lib/imports/policy'
import { t } from '@/lib/platform/i18n'
import { FileForm } from './file-form'
import { TextForm } from './text-form'

export const generateMetadata = pageTitle('imports.title')

/** Takes a report to import, or a new edition of a document, as a file or as text. */
export default async function ImportDocumentPage({ searchParams }: PageProps<'/documents/import'>) {
  const actor = await requireUser()
  const search = await searchParams
  const { way, refused, 'edition-of': code } = search
  if (!mayImport(actor)) return <ForbiddenPage />

  const editionOf = code === undefined ? undefined : await findDocumentTitle(actor, String(code))
  if (code !== undefined && !editionOf) return <NotFoundPage />

  const text = way === 'text'
  const from = search.from === undefined ? undefined : String(search.from)
  const earlier = from === undefined ? undefined : await earlierImport(actor, from)
  const title = editionOf ? t('imports.edition.title', editionOf) : t('imports.title')
  const above = [
    { label: t('documents.title'), href: '/documents' },
    ...(editionOf ? [{ label: editionOf.title, href: documentAddress(editionOf.code, {}) }] : []),
    { label: title },
  ]
  return (
    <Page>
      <PageHead title={title} above={<Breadcrumb label={t('documents.path')} items={above} />}>
        <p>{editionOf ? t('imports.edition.intro', editionOf) : t('imports.about')}</p>
      </PageHead>
      <Tabs
        label={t('imports.ways')}
        items={[
          { href: importFormAddress({ from, editionOf: editionOf?.code }), label: t('imports.byFile'), current: !text },
          {
            href: importFormAddress({ way: 'text', from, editionOf: editionOf?.code }),
            label: t('imports.byText'),
            current: text,
          },
        ]}
      />
      {text ? (
        <TextForm editionOf={editionOf?.code} text={earlier?.text} details={earlier?.details} />
      ) : (
        <FileForm
          editionOf={editionOf?.code}
          refused={refused && (await readRefusedUpload(actor, String(refused)))}
          details={earlier?.details}
        />
      )}
    </Page>
  )
}
