'use client'

import { useActionState } from 'react'
import { setUpInstance } from './actions'

type Props = { code: string; words: Record<'name' | 'email' | 'password' | 'passwordHint' | 'send', string> }

export function SetupForm({ code, words }: Props) {
  const [{ message, errors = {}, typed = {} }, send] = useActionState(setUpInstance, {})

  return (
    <form action={send}>
      <input type="hidden" name="code" value={code} />
      {message && <p role="alert">{message}</p>}
      <p>
        <label htmlFor="name">{words.name}</label>{' '}
        <input id="name" name="name" autoComplete="name" defaultValue={typed.name} required /> {errors.name}
      </p>
      <p>
        <label htmlFor="email">{words.email}</label>{' '}
        <input id="email" name="email" type="email" autoComplete="username" defaultValue={typed.email} required />{' '}
        {errors.email}
      </p>
      <p>
        <label htmlFor="password">{words.password}</label>{' '}
        <input id="password" name="password" type="password" autoComplete="new-password" minLength={8} required />{' '}
        {errors.password ?? words.passwordHint}
      </p>
      <button type="submit">{words.send}</button>
    </form>
  )
}
