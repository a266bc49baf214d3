import type { ReactNode } from 'react'
import { FieldGroup } from '@/app/_ui/field'
import { FormCheck, FormChoices, FormDate, FormSelect, FormText } from '@/app/_ui/form-fields'
import { FieldRow, Fields } from '@/app/_ui/form-layout'
import { Stack } from '@/app/_ui/layout'
import { today } from '@/lib/platform/clock'
import { t } from '@/lib/platform/i18n'
import { layouts, publicationAudiences } from '@/lib/publications/content'
import { type Definition, sections } from '@/lib/publications/definition'

type Props = {
  /** The definition of an earlier report. */
  definition: Definition | undefined
  documents: { code: string; title: string }[]
  cycles: { id: string; name: string }[]
  children: ReactNode
}

/** The fields of a report's definition. */
export const DefinitionFields = ({ definition, documents, cycles, children }: Props) => (
  <Fields>
    <FormText
      name="title"
      optional
      label={t('publications.form.title')}
      hint={t('publications.form.titleHint')}
      defaultValue={definition?.title}
    />
    <ScopeFields scope={definition?.scope ?? {}} documents={documents} cycles={cycles} />
    <FormDate
      name="asOf"
      optional
      label={t('publications.form.asOf')}
      hint={t('publications.form.asOfHint')}
      max={today()}
      defaultValue={definition?.asOf}
    />
    <FieldGroup
      id="sections"
      label={t('publications.form.sections')}
      hint={t('publications.form.sectionsHint')}
      error={undefined}
    >
      <Stack gap="tight">
        {sections.map((section) => (
          <FormCheck
            key={section}
            name="sections"
            value={section}
            label={t(`publications.sections.${section}`)}
            defaultChecked={definition?.sections.includes(section) ?? true}
          />
        ))}
      </Stack>
    </FieldGroup>
    <FormChoices
      name="layout"
      label={t('publications.form.layout')}
      options={layouts.map((value) => ({
        value,
        label: t(`publications.layout.${value}`),
        about: t(`publications.layoutAbout.${value}`),
      }))}
      defaultValue={definition?.layout ?? 'paragraphs'}
    />
    <FormChoices
      name="content"
      label={t('publications.form.content')}
      options={publicationAudiences.map((value) => ({
        value,
        label: t(`publications.content.${value}`),
        about: t(`publications.contentAbout.${value}`),
      }))}
      defaultValue={definition?.content ?? 'internal'}
    />
    {children}
  </Fields>
)

type ScopeProps = Pick<Props, 'documents' | 'cycles'> & { scope: Definition['scope'] }

const ScopeFields = ({ scope, documents, cycles }: ScopeProps) => (
  <FieldGroup
    id="scope"
    label={t('publications.form.scope')}
    hint={t('publications.form.scopeAbout')}
    error={undefined}
  >
    <Fields>
      <FieldRow>
        <FormText
          {...plainField('document', scope)}
          hint={t('publications.form.documentHint')}
          list="report-documents"
        />
        <FormText {...plainField('theme', scope)} />
      </FieldRow>
      <datalist id="report-documents">
        {documents.map(({ code, title }) => (
          <option key={code} value={code} label={title} />
        ))}
      </datalist>
      <FieldRow>
        <FormText {...plainField('organization', scope)} />
        <FormText {...plainField('group', scope)} />
      </FieldRow>
      <FormSelect
        name="cycle"
        label={t('publications.form.cycle')}
        options={[
          { value: '', label: t('publications.form.anyCycle') },
          ...cycles.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        defaultValue={scope.cycle ?? ''}
      />
      <FormText {...plainField('recommendation', scope)} hint={t('publications.form.recommendationHint')} />
    </Fields>
  </FieldGroup>
)

type ScopeField = Exclude<keyof Definition['scope'], 'cycle'>

const plainField = (name: ScopeField, scope: Definition['scope']) => ({
  name,
  optional: true as const,
  label: t(`publications.form.${name}`),
  autoComplete: 'off',
  defaultValue: scope[name],
})
