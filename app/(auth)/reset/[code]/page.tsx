import type { Metadata } from 'next'
import { LinkPage } from '@/app/(auth)/link-page'
import { t } from '@/lib/platform/i18n'

export const metadata: Metadata = { title: t('links.reset.tab') }

export default async function ResetPage({ params }: PageProps<'/reset/[code]'>) {
  const { code } = await params
  return <LinkPage kind="reset" code={code} />
}
