'use client'

import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { Cell, TableRow } from '@/app/_ui/table'
import { Overdue } from '@/app/_ui/text'

type Leads = { href: string; label: string }

/** The members of a group as text. */
export type ShownGroup = {
  /** The ID of its row on the page. */
  id: string
  name: string
  due: string | undefined
  byStatus: string
  /** Says that some are overdue or were reported late. */
  late: string[]
  toggle: Leads
  /** Which members of a large group are shown, if it is open, and the links to the others. */
  further: { text: string; previous: Leads | undefined; next: Leads | undefined } | undefined
}

/** The members of a group, in one row that opens. */
export const GroupRow = ({ group: { id, name, due, byStatus, late, toggle, further } }: { group: ShownGroup }) => (
  <TableRow id={id}>
    <Cell span={6}>
      <Row>
        <span>
          <b>{name}</b>
          {due && `, ${due}`}: {byStatus}
        </span>
        {late.map((text) => (
          <Overdue key={text}>{text}</Overdue>
        ))}
        <Row screen>
          <Keeping {...toggle} />
          {further?.previous && <Keeping {...further.previous} />}
          {further && <span>{further.text}</span>}
          {further?.next && <Keeping {...further.next} />}
        </Row>
      </Row>
    </Cell>
  </TableRow>
)

const Keeping = ({ href, label }: Leads) => (
  <SoftLink keeps href={href}>
    {label}
  </SoftLink>
)
