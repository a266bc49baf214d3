'use client'

import type { ReactNode } from 'react'
import { useSaid } from './action-form'
import { Disclosure } from './disclosure'

type Props = { summary: string; open?: boolean | undefined; children: ReactNode }

/** Fields in an `ActionForm` behind a summary. They are open when the form comes back with errors. */
export function FormDisclosure({ summary, open, children }: Props) {
  const { all: cameBack } = useSaid('')
  return (
    <Disclosure summary={summary} open={open || cameBack} screen>
      {children}
    </Disclosure>
  )
}
