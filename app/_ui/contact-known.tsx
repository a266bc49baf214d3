'use client'

import { createContext, type ReactNode, useContext } from 'react'

const ContactContext = createContext('')

/** Around every page: where something fails in the browser, the error page says whom to contact. */
export const ContactKnown = ({ contact, children }: { contact: string; children: ReactNode }) => (
  <ContactContext value={contact}>{children}</ContactContext>
)

/** Whom to contact for help, in words; empty where the site names nobody. */
export const useContact = () => useContext(ContactContext)
