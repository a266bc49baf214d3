import type { ReactNode } from 'react'
import css from './field.module.css'

/** Inside a `<form>`: fields below each other. */
export const Fields = ({ children }: { children: ReactNode }) => <div className={css.form}>{children}</div>

/** Inside a `<form>`: a few fields on one line, the button at its end. */
export const InlineFields = ({ children }: { children: ReactNode }) => <div className={css.inline}>{children}</div>

/** Inside `Fields`: short fields side by side where there is room. */
export const FieldRow = ({ children }: { children: ReactNode }) => <div className={css.grid}>{children}</div>
