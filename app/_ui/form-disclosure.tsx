'use client'

import type { ReactNode } from 'react'
import { useSaid } from './action-form'
import { Disclosure } from './disclosure'

/** Within an `ActionForm`: fields that open from a line, and stand open when the form comes back to be mended. */
export function FormDisclosure({ summary, children }: { summary: string; children: ReactNode }) {
  const { all: cameBack } = useSaid('')
  return (
    <Disclosure summary={summary} open={cameBack} screen>
      {children}
    </Disclosure>
  )
}
