import type { ComponentProps } from 'react'
import { FormText } from './form-fields'

type Props = Omit<ComponentProps<typeof FormText>, 'type' | 'inputMode'>

/**
 * A field for an email. It does not use `type="email"`: browsers refuse `josé@example.org` there, and rewrite domains
 * in other scripts.
 */
export const FormEmail = (props: Props) => (
  <FormText {...props} type="text" inputMode="email" autoCapitalize="none" spellCheck={false} />
)
