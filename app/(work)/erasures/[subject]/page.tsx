import { z } from 'zod'
import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { assignmentAddress } from '@/app/_addresses/assignment'
import { erasureAddress } from '@/app/_addresses/erasure'
import { annotationAddress, recommendationPath } from '@/app/_addresses/recommendation'
import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { DoneNotice } from '@/app/_ui/done-notice'
import { Page, PageHead, Row } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { ForbiddenPage } from '@/app/(work)/_components/forbidden-page'
import { NotFoundPage } from '@/app/not-found-page'
import { erasableIn, type Noun, nouns } from '@/lib/erasures/queries'
import { mayErase } from '@/lib/people/erasure-fields'
import { t } from '@/lib/platform/i18n'
import { ErasureForm } from './erasure-form'

const Asked = z.tuple([z.enum(nouns), z.uuid()])
const Search = z.object({
  item: z.string().optional().catch(undefined),
  after: z.coerce.number().int().positive().optional().catch(undefined),
  done: z.string().optional().catch(undefined),
})

export const generateMetadata = pageTitle('erasure.title')

/** Everything on an annotation, an assignment or a recommendation that can be erased by law, for administrators. */
export default async function ErasurePage({ params, searchParams }: PageProps<'/erasures/[subject]'>) {
  const actor = await requireUser()
  if (!mayErase(actor)) return <ForbiddenPage />
  const { subject } = await params
  const asked = Asked.safeParse([subject.slice(0, subject.indexOf('-')), subject.slice(subject.indexOf('-') + 1)])
  if (!asked.success) return <NotFoundPage />

  const [noun, id] = asked.data
  const { item, after, done } = Search.parse(await searchParams)
  const { found, known, recommendation, organization, erased, next } = await erasableIn(actor, noun, id, after)
  if (!known) return <NotFoundPage />
  const here = erasureAddress(noun, id)
  const trail = recommendation && (
    <Trail noun={noun} id={id} recommendation={recommendation} organization={organization} />
  )
  if (done !== undefined && erased) {
    return (
      <Page>
        <PageHead title={t('erasure.title')} above={trail} />
        <DoneNotice>{t('erasure.done')}</DoneNotice>
        <p>{t('erasure.erased', { what: erased.pairs[0]?.before ?? '', sentence: erased.sentence })}</p>
        <Row>
          {recommendation && <a href={addressOf(noun, id, recommendation)}>{t(`erasure.back.${noun}`)}</a>}
          {found.length > 0 && <a href={here}>{t('erasure.more')}</a>}
        </Row>
      </Page>
    )
  }
  return (
    <Page>
      <PageHead title={t('erasure.title')} above={trail}>
        <p>{t('erasure.about')}</p>
      </PageHead>
      {recommendation && (
        <p>
          <a href={addressOf(noun, id, recommendation)}>{t(`erasure.back.${noun}`)}</a>
        </p>
      )}
      {found.length > 0 ? <ErasureForm noun={noun} id={id} found={found} chosen={item} /> : <p>{t('erasure.none')}</p>}
      {(next !== null || after !== undefined) && (
        <Pager
          label={t('erasure.pages')}
          previous={after === undefined ? undefined : { href: here, label: t('erasure.newest') }}
          next={next === null ? undefined : { href: `${here}?after=${next}`, label: t('erasure.older') }}
        >
          {null}
        </Pager>
      )}
    </Page>
  )
}

type TrailProps = { noun: Noun; id: string; recommendation: string; organization: string | undefined }

/** The path to this page: the recommendation and, unless the texts are its own, the assignment or the annotation. */
function Trail({ noun, id, recommendation, organization }: TrailProps) {
  const href = addressOf(noun, id, recommendation)
  const items = [
    { label: t('recommendation.list'), href: recommendationListAddress({}) },
    { label: recommendation, href: recommendationPath(recommendation) },
    ...(organization ? [{ label: t('assignment.title', { organization }), href }] : []),
    ...(noun === 'annotation' ? [{ label: t('erasure.annotation'), href }] : []),
    { label: t('erasure.title') },
  ]
  return <Breadcrumb label={t('recommendation.trail')} items={items} />
}

/** Returns the URL of the thing itself. */
function addressOf(noun: Noun, id: string, recommendation: string) {
  if (noun === 'assignment') return assignmentAddress(id)
  return noun === 'annotation' ? annotationAddress(recommendation, id) : recommendationPath(recommendation)
}
