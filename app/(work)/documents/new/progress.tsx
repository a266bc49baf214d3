import { t } from '@/lib/platform/i18n'
import css from './progress.module.css'

const steps = ['text', 'marks', 'check'] as const

/** The three steps, with the current one marked. */
export const Progress = ({ at }: { at: (typeof steps)[number] }) => (
  <ol className={css.progress} aria-label={t('draft.steps')}>
    {steps.map((step) => (
      <li key={step} aria-current={step === at ? 'step' : undefined}>
        {t(`draft.step.${step}`)}
      </li>
    ))}
  </ol>
)
