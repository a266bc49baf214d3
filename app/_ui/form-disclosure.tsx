'use client'

import type { ReactNode } from 'react'
import { useSaid } from './action-form'
import { Disclosure } from './disclosure'

type Props = { summary: string; open?: boolean | undefined; children: ReactNode }

/** Within an `ActionForm`: fields that open from a line, and stand open when the form comes back to be mended. */
export function FormDisclosure({ summary, open, children }: Props) {
  const { all: cameBack } = useSaid('')
  return (
    <Disclosure summary={summary} open={open || cameBack} screen>
      {children}
    </Disclosure>
  )
}
