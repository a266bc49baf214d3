import { pageTitle } from '@/app/_actions/page-title'
import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Stack } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { SubmitButton } from '@/app/_ui/submit-button'
import { AuthLayout } from '@/app/auth-layout'
import { getsMails } from '@/lib/notifications/unsubscribe'
import { t } from '@/lib/platform/i18n'
import { endMails } from './actions'

export const generateMetadata = pageTitle('unsubscribe.title')

/** Asks whether somebody who came from an email wants no more of them. Works without a sign-in. */
export default async function UnsubscribePage({ params }: PageProps<'/unsubscribe/[code]'>) {
  const { code } = await params
  const open = await getsMails(code)
  return (
    <AuthLayout title={t('unsubscribe.title')}>
      <Stack>
        {open === undefined && <Notice tone="warning">{t('errors.unsubscribe_unknown')}</Notice>}
        {open === false && <Notice tone="info">{t('unsubscribe.done')}</Notice>}
        {open && (
          <>
            <p>{t('unsubscribe.about')}</p>
            <ActionForm action={endMails}>
              <FormHidden name="code" value={code} />
              <SubmitButton>{t('unsubscribe.send')}</SubmitButton>
            </ActionForm>
          </>
        )}
        <p>
          <a href="/settings#notifications">{t('unsubscribe.settings')}</a>
        </p>
      </Stack>
    </AuthLayout>
  )
}
