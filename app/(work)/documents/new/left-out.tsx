import { Disclosure } from '@/app/_ui/disclosure'
import { t } from '@/lib/platform/i18n'
import css from './marks.module.css'

/** The lines of the pasted text that belong to no paragraph, without repetitions. */
export function LeftOut({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <Disclosure summary={t('draft.leftOut', { count: lines.length })}>
      <ul className={css.left}>
        {[...new Set(lines)].map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
