import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { pageAddress } from '@/app/_addresses/page-address'
import { ActionForm } from '@/app/_ui/action-form'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { FormHidden } from '@/app/_ui/form-fields'
import { Page, PageHead, Row } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ForbiddenPage } from '@/app/(work)/_components/forbidden-page'
import { listCycles } from '@/lib/cycles/list-cycles'
import { listDocuments } from '@/lib/documents/queries'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { mayGenerate } from '@/lib/publications/policy'
import { findPublication } from '@/lib/publications/queries'
import { generate } from '../actions'
import { DefinitionFields } from './definition-fields'

export const generateMetadata = pageTitle('publications.new')

/** The form that generates a report, filled in as an earlier one was. */
export default async function NewReportPage({ searchParams }: PageProps<'/reports/new'>) {
  const actor = await requireUser()
  if (!mayGenerate(actor)) return <ForbiddenPage />
  const { from } = await searchParams
  const [documents, cycles, earlier] = await Promise.all([
    listDocuments(actor, { limit: 200 }),
    listCycles(actor, { limit: 100 }),
    from === undefined ? undefined : findPublication(actor, String(from)),
  ])
  const above = [{ label: t('publications.title'), href: pageAddress('/reports') }, { label: t('publications.new') }]
  return (
    <Page>
      <PageHead title={t('publications.new')} above={<Breadcrumb label={t('publications.title')} items={above} />} />
      <ActionForm action={generate} buttonsOnly keep="report-definition">
        <FormHidden name="id" value={newId()} />
        <DefinitionFields
          definition={earlier?.ok ? earlier.value.definition : undefined}
          documents={documents.items}
          cycles={cycles.items}
        >
          <Row>
            <SubmitButton name="act" value="generate">
              {t('publications.form.send')}
            </SubmitButton>
            <SubmitButton name="act" value="preview" variant="plain">
              {t('publications.form.preview')}
            </SubmitButton>
          </Row>
        </DefinitionFields>
      </ActionForm>
    </Page>
  )
}
