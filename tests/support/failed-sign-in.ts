import { signIn } from '@/lib/people/sign-in'

/** Tries to sign in with wrong passwords. */
export async function fail(email: string, times: number, address?: string) {
  for (let one = 0; one < times; one++) await signIn({ email, password: `wrong ${one}`, address })
}
