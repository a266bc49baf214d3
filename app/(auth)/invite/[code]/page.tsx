import type { Metadata } from 'next'
import { LinkPage } from '@/app/(auth)/link-page'
import { t } from '@/lib/platform/i18n'

export const metadata: Metadata = { title: t('links.invite.tab') }

export default async function InvitePage({ params }: PageProps<'/invite/[code]'>) {
  const { code } = await params
  return <LinkPage kind="invite" code={code} />
}
