import { z } from 'zod'
import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { assignmentAddress } from '@/app/_addresses/assignment'
import { erasureAddress } from '@/app/_addresses/erasure'
import { annotationAddress, recommendationPath } from '@/app/_addresses/recommendation'
import { DoneNotice } from '@/app/_ui/done-notice'
import { Page, PageHead } from '@/app/_ui/layout'
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
  const { found, known, recommendation, next } = await erasableIn(actor, noun, id, after)
  if (!known) return <NotFoundPage />
  const here = erasureAddress(noun, id)
  return (
    <Page>
      <PageHead title={t('erasure.title')}>
        <p>{t('erasure.about')}</p>
      </PageHead>
      {done !== undefined && <DoneNotice>{t('erasure.done')}</DoneNotice>}
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

/** Returns the URL of the thing itself. */
function addressOf(noun: Noun, id: string, recommendation: string) {
  if (noun === 'assignment') return assignmentAddress(id)
  return noun === 'annotation' ? annotationAddress(recommendation, id) : recommendationPath(recommendation)
}
