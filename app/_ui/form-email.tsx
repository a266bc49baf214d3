import type { ComponentProps } from 'react'
import { FormText } from './form-fields'

type Props = Omit<ComponentProps<typeof FormText>, 'type' | 'inputMode'>

/** An e-mail address. Not `type="email"`: browsers refuse `josé@example.org` there, and rewrite domains of other scripts. */
export const FormEmail = (props: Props) => (
  <FormText {...props} type="text" inputMode="email" autoCapitalize="none" spellCheck={false} />
)
