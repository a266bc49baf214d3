import { pageTitle } from '@/app/_actions/page-title'
import { wordsInPath } from '@/app/_addresses/page-address'
import { VerifyPage } from '../verify-page'

export const generateMetadata = pageTitle('verify.title')

/** Checks the report whose code is in the address, which its files print. Works without a sign-in. */
export default async function VerifyCode({ params, searchParams }: PageProps<'/verify/[code]'>) {
  const [{ code }, { sha256 }] = [await params, await searchParams]
  return <VerifyPage code={wordsInPath(code)} sha256={typeof sha256 === 'string' ? sha256 : undefined} />
}
