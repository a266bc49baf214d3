import { LinkButton } from '@/app/_ui/button'
import { FormsOf } from '@/app/_ui/form-context'
import { Stack } from '@/app/_ui/layout'
import { Entrance } from '@/app/entrance'
import { Instead } from '@/app/instead'
import { WorkFrame } from '@/app/work-frame'
import { currentActor } from '@/lib/people/session'
import { words } from '@/lib/platform/i18n'

export const metadata = { title: words('shell.not_found.title') }

/** Says that there is no page at an address; who is signed in keeps the menu. */
export default async function NotFound() {
  const actor = await currentActor()
  if (!actor) return <NothingHere />
  return (
    <FormsOf account={actor.id}>
      <WorkFrame actor={actor}>
        <Instead title={words('shell.not_found.title')} home={words('shell.not_found.home')}>
          {words('shell.not_found.about')}
        </Instead>
      </WorkFrame>
    </FormsOf>
  )
}

const NothingHere = () => (
  <Entrance title={words('shell.not_found.title')}>
    <Stack>
      <p>{words('shell.not_found.about')}</p>
      <div>
        <LinkButton href="/" variant="main">
          {words('shell.not_found.home')}
        </LinkButton>
      </div>
    </Stack>
  </Entrance>
)
