import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Page } from '@/app/_ui/layout'
import { signedIn } from '@/app/signed-in'
import { words } from '@/lib/platform/i18n'
import { readAsked } from '@/lib/recommendations/browse'
import { addressOf, paramsIn } from './_list/address'
import { AssignmentsView } from './_list/assignments-view'
import { ListView } from './_list/list-view'
import { MatrixView } from './_list/matrix-view'

export const metadata: Metadata = { title: words('list.title') }

const views = { list: ListView, assignments: AssignmentsView, matrix: MatrixView }

export default async function RecommendationsPage({ searchParams }: PageProps<'/recommendations'>) {
  const actor = await signedIn()
  const params = paramsIn(await searchParams)
  const asked = await readAsked(actor, params)
  // A form sends what was left blank too: the address that one passes on is without it.
  if ([...params.values()].includes('')) {
    redirect(addressOf(asked.shown, { after: asked.shown.after, q: asked.typed }))
  }

  const View = views[asked.shown.view]
  return (
    <Page wide={asked.shown.view === 'matrix'}>
      <View actor={actor} asked={asked} />
    </Page>
  )
}
