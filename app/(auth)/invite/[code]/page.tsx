import { pageTitle } from '@/app/_actions/page-title'
import { LinkPage } from '@/app/(auth)/link-page'

export const generateMetadata = pageTitle('accountLinks.invite.tab')

export default async function InvitePage({ params }: PageProps<'/invite/[code]'>) {
  const { code } = await params
  return <LinkPage kind="invite" code={code} />
}
