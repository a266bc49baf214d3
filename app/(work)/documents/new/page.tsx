import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page, PageHead, Section } from '@/app/_ui/layout'
import { ForbiddenPage } from '@/app/(work)/_components/forbidden-page'
import { findDraft } from '@/lib/documents/drafts'
import { mayKeepDocuments } from '@/lib/documents/policy'
import { checkDraft } from '@/lib/documents/read-draft'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { refusedTexts } from '@/lib/platform/request-scope'
import { previewDraft } from '@/lib/recommendations/draft-preview'
import { CheckStep } from './check-step'
import { MarksStep } from './marks-step'
import { Progress } from './progress'
import { selectedTitles } from './sentence-fields'
import { TextStep } from './text-step'

export const generateMetadata = pageTitle('draft.title')

export default async function NewDocumentPage({ searchParams }: PageProps<'/documents/new'>) {
  const actor = await requireUser()
  const { draft: id, step } = await searchParams
  if (!mayKeepDocuments(actor)) return <ForbiddenPage />

  const draft = id === undefined ? undefined : await findDraft(actor, String(id))
  if (id !== undefined && !draft) return <Gone />

  // Errors in the text must be corrected before people select sentences.
  const sound = draft && step !== 'text' && (await checkDraft(draft)).ok
  const preview = sound && step === 'check' ? await previewDraft(draft) : undefined
  const at = preview?.ok ? 'check' : sound ? 'marks' : 'text'
  const above = [{ label: t('documents.title'), href: '/documents' }, { label: t('draft.title') }]
  return (
    <Page>
      <PageHead title={t('draft.title')} above={<Breadcrumb label={t('documents.path')} items={above} />}>
        <Progress at={at} />
      </PageHead>
      {draft && preview?.ok && <CheckStep draft={draft} preview={preview.value} />}
      {draft && at === 'marks' && <MarksStep draft={draft} />}
      {at === 'text' && <TextStep draft={draft} freshId={newId()} />}
    </Page>
  )
}

/** Says that there is no such draft. If a form for it was refused, shows the titles that were typed in it. */
function Gone() {
  const titles = selectedTitles(refusedTexts())
  return (
    <Page>
      <EmptyState title={t('draft.none')} action={<LinkButton href="/documents/new">{t('draft.startNew')}</LinkButton>}>
        {t('draft.noneAbout')}
      </EmptyState>
      {titles.length > 0 && (
        <Section title={t('draft.noneTitles')}>
          <ul dir="auto">
            {titles.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
