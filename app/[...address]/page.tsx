import { pageTitle } from '@/app/_actions/page-title'
import { FormsOf } from '@/app/_ui/form-context'
import { NotFoundPage } from '@/app/not-found-page'
import { WorkFrame } from '@/app/work-frame'
import { currentActor } from '@/lib/people/session'
import { answerNotFound } from '@/lib/platform/request-scope'
import { UnknownToVisitors } from './signed-out'

export const generateMetadata = pageTitle('shell.not_found.title')

/** Every address that no other page has. People who are signed in keep the menu. */
export default async function UnknownAddress() {
  answerNotFound()
  const actor = await currentActor()
  if (!actor) return <UnknownToVisitors />
  return (
    <FormsOf account={actor.id}>
      <WorkFrame actor={actor}>
        <NotFoundPage />
      </WorkFrame>
    </FormsOf>
  )
}
