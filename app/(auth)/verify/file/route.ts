import { verifyAddress } from '@/app/_addresses/verify'
import { origin } from '@/lib/platform/origin'
import { readVerifyForm } from '@/lib/publications/read-verify-form'

/** Reads a file as it arrives, keeps nothing of it, and leads to what the register says of its hash. */
export async function POST({ headers, body, signal }: Request) {
  const { code, sha256 } = await readVerifyForm({ headers, body, signal })
  return Response.redirect(new URL(verifyAddress(code, sha256 ? { sha256 } : {}), origin), 303)
}
