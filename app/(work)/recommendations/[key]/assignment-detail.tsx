'use client'

import type { ReactNode } from 'react'
import { DoneNotice } from '@/app/_ui/done-notice'
import { Stack } from '@/app/_ui/layout'
import { DetailRow } from '@/app/_ui/table'

export type ShownDetail = {
  /** What a form has just done here. */
  arrived: string | undefined
  closed: string | undefined
  /** The form to report, if it is open. */
  form: ReactNode
}

/** What opens below a row: why the assignment is closed, and the form to report. */
export const AssignmentDetail = ({ arrived, closed, form }: ShownDetail) => (
  <DetailRow span={6}>
    <Stack>
      {arrived && <DoneNotice>{arrived}</DoneNotice>}
      {closed && <small>{closed}</small>}
      {form}
    </Stack>
  </DetailRow>
)
