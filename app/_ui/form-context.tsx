'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { FormState } from '@/lib/platform/form'

type Typed = Record<string, string>

type Page = {
  /** The account for which the page was rendered. Empty if nobody is signed in. */
  account: string
  /** A form that its person sent before signing in again: its ID on the page, and what was typed. */
  interrupted?: { form: string; typed: Typed; message: string } | undefined
}

const PageContext = createContext<Page>({ account: '' })

/** Surrounds every page of a person who is signed in, so that its forms know their account. */
export const FormsOf = ({ account, interrupted, children }: Page & { children: ReactNode }) => (
  <PageContext value={{ account, interrupted }}>{children}</PageContext>
)

export const usePage = () => useContext(PageContext)

/** What this browser stores of a form, for a form that is also saved elsewhere while its person types. */
export type Kept = {
  /** When the text that the form shows was typed, if it was restored. */
  restoredAt: number | undefined
  /** A stored text that was typed on another version of the saved text. The form does not show it. */
  beside: { at: number; typed: Typed } | undefined
  /** Puts that text into the form. */
  showBeside(): void
  /** Deletes the stored text. */
  saved(): void
  /** Stores what the form contains now. */
  typed(): void
}

type Form = {
  state: FormState
  prefix: string
  versioned: boolean
  sending: boolean
  errors: ReactNode
  result: ReactNode
  ticked: (name: string) => ReadonlySet<string>
  kept?: Kept
}

/** What an `ActionForm` passes to its fields and buttons. */
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
