'use client'

import type { ReactNode } from 'react'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { PageHead, Row } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { Status, type StatusName } from '@/app/_ui/status'
import { Muted, Overdue } from '@/app/_ui/text'

type Leads = { href: string; label: string }

/** The texts in the head of a recommendation's page. */
export type ShownHead = {
  title: string
  trail: { label: string; items: { label: string; href?: string }[] }
  neighbours: { label: string; place: string; previous: Leads | undefined; next: Leads | undefined }
  status: { status: StatusName; label: string }
  progress: string
  overdue: string | undefined
  upcoming: string | undefined
}

/** The head of the page: the path, the title and the status. `children` contains further messages. */
export const HeadView = ({
  title,
  trail,
  neighbours,
  actions,
  children,
  ...summary
}: ShownHead & { actions: ReactNode; children: ReactNode }) => (
  <PageHead
    title={title}
    actions={actions}
    above={
      <Row spread>
        <Breadcrumb {...trail} />
        <Pager {...neighbours}>{neighbours.place}</Pager>
      </Row>
    }
  >
    <Row>
      <Status {...summary.status} />
      <span>{summary.progress}</span>
      {summary.overdue && <Overdue>{summary.overdue}</Overdue>}
      {summary.upcoming && <Muted>{summary.upcoming}</Muted>}
    </Row>
    {children}
  </PageHead>
)
