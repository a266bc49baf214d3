import type { Metadata } from 'next'
import { LinkPage } from '@/app/(auth)/link-page'
import { words } from '@/lib/platform/i18n'

export const metadata: Metadata = { title: words('links.reset.tab') }

export default async function ResetPage({ params }: PageProps<'/reset/[code]'>) {
  const { code } = await params
  return <LinkPage kind="reset" code={code} />
}
