import { FormChoices, FormDate, FormText, FormTextArea } from '@/app/_ui/form-fields'
import { FieldRow, Fields } from '@/app/_ui/form-layout'
import type { Cycle } from '@/lib/cycles/cycle'
import { t } from '@/lib/platform/i18n'
import { CycleAsks } from '@/prisma/generated/enums'

const asks = () =>
  Object.values(CycleAsks).map((value) => ({
    value,
    label: t(`cycle.asks.${value}`),
    about: t(`cycle.asksAbout.${value}`),
  }))

type Props = { cycle?: Cycle; documents: { code: string; title: string }[]; children: React.ReactNode }

/** The fields of a cycle that has not opened. */
export const CycleFields = ({ cycle, documents, children }: Props) => (
  <Fields>
    <FormText name="name" label={t('cycle.form.name')} hint={t('cycle.form.nameHint')} defaultValue={cycle?.name} />
    <FormChoices
      name="asks"
      label={t('cycle.form.asks')}
      options={asks()}
      defaultValue={cycle?.asks ?? CycleAsks.report}
    />
    <FieldRow>
      <FormDate
        name="opensOn"
        label={t('cycle.form.opensOn')}
        hint={t('cycle.form.opensOnHint')}
        defaultValue={cycle?.opensOn}
      />
      <FormDate
        name="closesOn"
        label={t('cycle.form.closesOn')}
        hint={t('cycle.form.closesOnHint')}
        defaultValue={cycle?.closesOn}
      />
    </FieldRow>
    <FormText
      name="document"
      optional
      label={t('cycle.form.document')}
      hint={t('cycle.form.documentHint')}
      list="cycle-documents"
      autoComplete="off"
      defaultValue={cycle?.document?.code ?? ''}
    />
    <datalist id="cycle-documents">
      {documents.map(({ code, title }) => (
        <option key={code} value={code} label={title} />
      ))}
    </datalist>
    <FormTextArea
      name="parties"
      optional
      label={t('cycle.form.parties')}
      hint={t('cycle.form.partiesHint')}
      rows={4}
      defaultValue={cycle ? [...cycle.organizations, ...cycle.groups].map(({ name }) => name).join('\n') : ''}
    />
    {children}
  </Fields>
)
