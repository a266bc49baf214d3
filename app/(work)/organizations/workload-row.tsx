import type { ReactNode } from 'react'
import { organizationAddress } from '@/app/_addresses/organization'
import { StatusBar } from '@/app/_ui/status-bar'
import { Muted, Overdue } from '@/app/_ui/text'
import { assignmentShares } from '@/app/(work)/_components/status-counts'
import type { Workload } from '@/lib/organizations/workload'
import { t } from '@/lib/platform/i18n'

type Props = {
  organization: { slug: string; name: string; mergedInto?: { name: string } } & Workload
  /** Content before the name, such as a checkbox. */
  before?: ReactNode | undefined
}

/** An organization in a list: its name, its assignments by status, and how many of them are late. */
export function WorkloadRow({ organization: { slug, name, mergedInto, assignments, counts, overdue }, before }: Props) {
  return (
    <li>
      <span>
        {before}
        <a href={organizationAddress(slug)} dir="auto">
          {name}
        </a>
        {mergedInto && <Muted> ({t('organizations.merged', { name: mergedInto.name })})</Muted>}
      </span>
      {assignments > 0 ? <StatusBar counts={assignmentShares(counts)} /> : <span />}
      <small>
        {t('organizations.load', { count: assignments })}
        {overdue > 0 && (
          <>
            , <Overdue>{t('organizations.overdue', { count: overdue })}</Overdue>
          </>
        )}
      </small>
    </li>
  )
}
