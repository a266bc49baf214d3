import { pageTitle } from '@/app/_actions/page-title'
import { readRefusedUpload } from '@/app/_actions/refused-upload'
import { requireUser } from '@/app/_actions/require-user'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { Page, PageHead } from '@/app/_ui/layout'
import { Tabs } from '@/app/_ui/tabs'
import { ForbiddenPage } from '@/app/(work)/_components/forbidden-page'
import { mayImport } from '@/lib/imports/policy'
import { t } from '@/lib/platform/i18n'
import { FileForm } from './file-form'
import { TextForm } from './text-form'

export const generateMetadata = pageTitle('imports.title')

/** Takes a report to import, as a file or as text. */
export default async function ImportDocumentPage({ searchParams }: PageProps<'/documents/import'>) {
  const actor = await requireUser()
  const { way, refused } = await searchParams
  if (!mayImport(actor)) return <ForbiddenPage />

  const text = way === 'text'
  const above = [{ label: t('documents.title'), href: '/documents' }, { label: t('imports.title') }]
  return (
    <Page>
      <PageHead title={t('imports.title')} above={<Breadcrumb label={t('documents.path')} items={above} />}>
        <p>{t('imports.about')}</p>
      </PageHead>
      <Tabs
        label={t('imports.ways')}
        items={[
          { href: '/documents/import', label: t('imports.byFile'), current: !text },
          { href: '/documents/import?way=text', label: t('imports.byText'), current: text },
        ]}
      />
      {text ? <TextForm /> : <FileForm refused={refused && (await readRefusedUpload(actor, String(refused)))} />}
    </Page>
  )
}
