import { readRefusedUpload } from '@/app/_actions/kept-upload-form'
import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { importFormAddress } from '@/app/_addresses/import'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { Page, PageHead } from '@/app/_ui/layout'
import { Tabs } from '@/app/_ui/tabs'
import { ForbiddenPage } from '@/app/(work)/_components/forbidden-page'
import { earlierImport } from '@/lib/imports/earlier-import'
import { mayImport } from '@/lib/imports/policy'
import { t } from '@/lib/platform/i18n'
import { FileForm } from './file-form'
import { TextForm } from './text-form'

export const generateMetadata = pageTitle('imports.title')

/** Takes a report to import, as a file or as text. */
export default async function ImportDocumentPage({ searchParams }: PageProps<'/documents/import'>) {
  const actor = await requireUser()
  const search = await searchParams
  const { way, refused } = search
  if (!mayImport(actor)) return <ForbiddenPage />

  const text = way === 'text'
  const from = search.from === undefined ? undefined : String(search.from)
  const earlier = from === undefined ? undefined : await earlierImport(actor, from)
  const above = [{ label: t('documents.title'), href: '/documents' }, { label: t('imports.title') }]
  return (
    <Page>
      <PageHead title={t('imports.title')} above={<Breadcrumb label={t('documents.path')} items={above} />}>
        <p>{t('imports.about')}</p>
      </PageHead>
      <Tabs
        label={t('imports.ways')}
        items={[
          { href: importFormAddress({ from }), label: t('imports.byFile'), current: !text },
          { href: importFormAddress({ way: 'text', from }), label: t('imports.byText'), current: text },
        ]}
      />
      {text ? (
        <TextForm text={earlier?.text} details={earlier?.details} />
      ) : (
        <FileForm refused={refused && (await readRefusedUpload(actor, String(refused)))} details={earlier?.details} />
      )}
    </Page>
  )
}
