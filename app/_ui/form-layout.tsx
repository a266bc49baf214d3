import type { ReactNode } from 'react'
import css from './field.module.css'

/** Places the fields of a form below each other. */
export const Fields = ({ children }: { children: ReactNode }) => <div className={css.form}>{children}</div>

/** Places a few fields of a form on one line, with the button at the end. */
export const InlineFields = ({ children }: { children: ReactNode }) => <div className={css.inline}>{children}</div>

/** Places short fields within `Fields` side by side if there is room. */
export const FieldRow = ({ children }: { children: ReactNode }) => <div className={css.grid}>{children}</div>
