'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { FormState } from '@/lib/platform/form'

type Typed = Record<string, string>

type Page = {
  /** Whose page it is; empty where nobody is signed in. */
  account: string
  /** A form that its person sent before signing in again: which of the page it is, and what was typed. */
  carried?: { form: string; typed: Typed; message: string } | undefined
}

const PageContext = createContext<Page>({ account: '' })

/** Around every page of somebody who is signed in: its forms know whose they are. */
export const FormsOf = ({ account, carried, children }: Page & { children: ReactNode }) => (
  <PageContext value={{ account, carried }}>{children}</PageContext>
)

export const usePage = () => useContext(PageContext)

type Form = {
  state: FormState
  prefix: string
  versioned: boolean
  sending: boolean
  errors: ReactNode
  result: ReactNode
  ticked: (name: string) => ReadonlySet<string>
}

/** What an `ActionForm` tells its fields and buttons. */
export const FormContext = createContext<Form>({
  state: {},
  prefix: '',
  versioned: false,
  sending: false,
  errors: null,
  result: null,
  ticked: () => new Set(),
})

export const useForm = () => useContext(FormContext)
