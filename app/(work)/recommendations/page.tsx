import { redirect } from 'next/navigation'
import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { openDay } from '@/app/_addresses/open-day'
import { shownListAddress } from '@/app/_addresses/recommendation-list'
import { Page } from '@/app/_ui/layout'
import { DayBar, WrongDay } from '@/app/(work)/_components/day-bar'
import { readPageQuery } from '@/lib/register/page-query'
import { AssignmentsView } from './_list/assignments-view'
import { ListView } from './_list/list-view'
import { MatrixView } from './_list/matrix-view'

export const generateMetadata = pageTitle('list.title')

const views = { list: ListView, assignments: AssignmentsView, matrix: MatrixView }

export default async function RecommendationsPage({ searchParams }: PageProps<'/recommendations'>) {
  const actor = await requireUser()
  const day = openDay(await searchParams)
  if (day.wrong) return <WrongDay path="/recommendations" day={day} />

  const query = await readPageQuery(actor, day.others)
  // A form sends blank fields too. The URL that people pass on does not contain them.
  if ([...day.others.values()].includes('')) {
    redirect(shownListAddress(query.shown, { after: query.shown.after, q: query.typed }))
  }

  const View = views[query.shown.view]
  return (
    <Page wide={query.shown.view === 'matrix'}>
      <DayBar path="/recommendations" day={day} />
      <View actor={actor} query={query} />
    </Page>
  )
}
