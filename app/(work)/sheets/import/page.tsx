import { readRefusedUpload } from '@/app/_actions/kept-upload-form'
import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { sheetAddress } from '@/app/_addresses/sheet'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { LinkButton } from '@/app/_ui/button'
import { Page, PageHead, Row, Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Muted } from '@/app/_ui/text'
import { ForbiddenPage } from '@/app/(work)/_components/forbidden-page'
import { config } from '@/lib/platform/config'
import { momentInWords, t } from '@/lib/platform/i18n'
import { mayImportSheets } from '@/lib/sheets/policy'
import { listSheets } from '@/lib/sheets/queries'
import type { SheetNow } from '@/lib/sheets/sheet-shape'
import { SheetForm } from './sheet-form'

export const generateMetadata = pageTitle('sheets.title')

/** Takes a spreadsheet to import, and lists those that were sent before. */
export default async function ImportSheetPage({ searchParams }: PageProps<'/sheets/import'>) {
  const actor = await requireUser()
  const { refused } = await searchParams
  if (!mayImportSheets(actor)) return <ForbiddenPage />

  const sheets = await listSheets(actor)
  const above = [{ label: t('documents.title'), href: '/documents' }, { label: t('sheets.title') }]
  return (
    <Page>
      <PageHead title={t('sheets.title')} above={<Breadcrumb label={t('documents.path')} items={above} />}>
        <p>{t('sheets.about')}</p>
        <Row>
          <LinkButton href="/sheets/template.xlsx">{t('sheets.template.xlsx')}</LinkButton>
          <LinkButton href="/sheets/template.csv">{t('sheets.template.csv')}</LinkButton>
        </Row>
      </PageHead>
      <SheetForm refused={refused && (await readRefusedUpload(actor, String(refused)))} />
      {sheets.ok && sheets.value.length > 0 && <Sheets sheets={sheets.value} />}
    </Page>
  )
}

const Sheets = ({ sheets }: { sheets: readonly SheetNow[] }) => (
  <Section title={t('sheets.list')} card>
    <Rows columns="named" label={t('sheets.list')}>
      {sheets.map(({ id, name, by, receivedAt, state }) => (
        <li key={id}>
          <span>
            <a href={sheetAddress(id)} dir="auto">
              {name}
            </a>
            <br />
            <Muted>
              <small>
                {t('sheets.by', { name: by.name, moment: momentInWords(new Date(receivedAt), config.TIME_ZONE) })}
              </small>
            </Muted>
          </span>
          <span>{t(`sheets.state.${state}`)}</span>
        </li>
      ))}
    </Rows>
  </Section>
)
