import { LinkButton } from '@/app/_ui/button'
import { Stack } from '@/app/_ui/layout'
import { AuthLayout } from '@/app/auth-layout'
import { t } from '@/lib/platform/i18n'

/** Says that there is no page at this address, to people who are not signed in. */
export const UnknownToVisitors = () => (
  <AuthLayout title={t('shell.not_found.title')}>
    <Stack>
      <p>{t('shell.not_found.about')}</p>
      <div>
        <LinkButton href="/" variant="main">
          {t('shell.not_found.home')}
        </LinkButton>
      </div>
    </Stack>
  </AuthLayout>
)
