import { type ImportPageState, importAddress } from '@/app/_addresses/import'
import type { ImportNow } from '@/lib/imports/import-shape'
import { t } from '@/lib/platform/i18n'
import css from './steps.module.css'

const steps = { document: ['review', 'details', 'check'], edition: ['places', 'compare', 'review', 'check'] } as const

type Props = { one: ImportNow; at: ImportPageState['step'] }

/** The steps from a text to a register, or to a new edition, with the current one marked. */
export const Steps = ({ one: { id, editionOf }, at = 'removed' }: Props) => (
  <ol className={css.steps} aria-label={t('imports.steps')}>
    {steps[editionOf ? 'edition' : 'document'].map((step) => (
      <li key={step} aria-current={step === (at === 'removed' ? 'review' : at) ? 'step' : undefined}>
        <a href={importAddress(id, step === 'review' && !editionOf ? {} : { step })}>{t(`imports.step.${step}`)}</a>
      </li>
    ))}
  </ol>
)
