import type { ReactNode } from 'react'
import { StatusBar } from '@/app/_ui/status-bar'
import { Late, Quiet } from '@/app/_ui/text'
import type { Load } from '@/lib/organizations/load'
import { words } from '@/lib/platform/i18n'
import { assignmentShares } from '../shares'

type Props = {
  organization: { slug: string; name: string; mergedInto?: { name: string } } & Load
  /** Before the name, such as a box to tick. */
  before?: ReactNode | undefined
}

/** An organization in a list: its name, what it carries by status, and how much of that is late. */
export function LoadRow({ organization: { slug, name, mergedInto, assignments, counts, overdue }, before }: Props) {
  return (
    <li>
      <span>
        {before}
        <a href={`/organizations/${slug}`} dir="auto">
          {name}
        </a>
        {mergedInto && <Quiet> ({words('places.merged', { name: mergedInto.name })})</Quiet>}
      </span>
      {assignments > 0 ? <StatusBar counts={assignmentShares(counts)} /> : <span />}
      <small>
        {words('places.load', { count: assignments })}
        {overdue > 0 && (
          <>
            , <Late>{words('places.overdue', { count: overdue })}</Late>
          </>
        )}
      </small>
    </li>
  )
}
