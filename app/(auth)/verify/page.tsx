import { pageTitle } from '@/app/_actions/page-title'
import { VerifyPage } from './verify-page'

export const generateMetadata = pageTitle('verify.title')

/** Checks a report by its code or by one of its files. Works without a sign-in. */
export default async function Verify({ searchParams }: PageProps<'/verify'>) {
  const { sha256 } = await searchParams
  return <VerifyPage sha256={typeof sha256 === 'string' ? sha256 : undefined} />
}
