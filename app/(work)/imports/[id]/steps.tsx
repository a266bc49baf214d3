import { type ImportPageState, importAddress } from '@/app/_addresses/import'
import { t } from '@/lib/platform/i18n'
import css from './steps.module.css'

const steps = ['review', 'details', 'check'] as const

/** The three steps from a text to a register, with the current one marked. */
export const Steps = ({ id, at = 'removed' }: { id: string; at: ImportPageState['step'] }) => (
  <ol className={css.steps} aria-label={t('imports.steps')}>
    {steps.map((step) => (
      <li key={step} aria-current={step === (at === 'removed' ? 'review' : at) ? 'step' : undefined}>
        <a href={importAddress(id, step === 'review' ? {} : { step })}>{t(`imports.step.${step}`)}</a>
      </li>
    ))}
  </ol>
)
