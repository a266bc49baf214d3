import type { Metadata } from 'next'
import { LinkPage } from '@/app/(auth)/link-page'
import { words } from '@/lib/platform/i18n'

export const metadata: Metadata = { title: words('links.invite.tab') }

export default async function InvitePage({ params }: PageProps<'/invite/[code]'>) {
  const { code } = await params
  return <LinkPage kind="invite" code={code} />
}
