import { myWorkAddress } from '@/app/_addresses/my-work'
import { Tabs } from '@/app/_ui/tabs'
import type { TaskKind } from '@/lib/overview/task-sources'
import type { Tasks } from '@/lib/overview/tasks'
import { t } from '@/lib/platform/i18n'

type Props = { counts: Tasks['counts']; shown: TaskKind | undefined }

/** Links to one kind of work alone, each with its number. Absent where all work is of one kind. */
export function Kinds({ counts, shown }: Props) {
  if (counts.length < 2 && !shown) return null
  return (
    <Tabs
      label={t('myWork.kinds')}
      items={[
        { href: myWorkAddress(), label: t('myWork.all', totalOf(counts)), current: !shown },
        ...counts.map(({ kind, count, more }) => ({
          href: myWorkAddress({ kind }),
          label: t('myWork.kind', { kind: t(`myWork.next.${kind}`), count, more: String(more) }),
          current: kind === shown,
        })),
      ]}
    />
  )
}

/** Returns how much there is of all kinds. `more` says that it is more, because what is to be reviewed is not counted to its end. */
export const totalOf = (counts: Tasks['counts']) => ({
  count: counts.reduce((sum, { count }) => sum + count, 0),
  more: String(counts.some(({ more }) => more)),
})
