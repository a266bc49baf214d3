'use client'

import { useActionState } from 'react'
import { signIn } from './actions'

type Props = { callbackUrl: string; words: { email: string; password: string; send: string } }

export function SignInForm({ callbackUrl, words }: Props) {
  const [{ message, typed = {} }, send] = useActionState(signIn, {})

  return (
    <form action={send}>
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      {message && <p role="alert">{message}</p>}
      <p>
        <label htmlFor="email">{words.email}</label>{' '}
        <input id="email" name="email" type="email" autoComplete="username" defaultValue={typed.email} required />
      </p>
      <p>
        <label htmlFor="password">{words.password}</label>{' '}
        <input id="password" name="password" type="password" autoComplete="current-password" required />
      </p>
      <button type="submit">{words.send}</button>
    </form>
  )
}
