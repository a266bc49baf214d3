import { LinkButton } from '@/app/_ui/button'
import { Stack } from '@/app/_ui/layout'
import { Entrance } from '@/app/entrance'
import { words } from '@/lib/platform/i18n'

export const metadata = { title: words('shell.not_found.title') }

export default function NotFound() {
  return (
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
}
