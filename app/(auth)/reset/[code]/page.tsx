import { pageTitle } from '@/app/_actions/page-title'
import { LinkPage } from '@/app/(auth)/link-page'

export const generateMetadata = pageTitle('accountLinks.reset.tab')

export default async function ResetPage({ params }: PageProps<'/reset/[code]'>) {
  const { code } = await params
  return <LinkPage kind="reset" code={code} />
}
