import type { ReactNode } from 'react'
import { Disclosure } from './disclosure'

type Props = {
  /** What one may do here, such as "Delete…". */
  label: string
  /** What will happen, and whether it can be undone. */
  about: string
  /** The button that does it. */
  children: ReactNode
}

/** Asks before something is done that cannot easily be undone: the button is behind a line that opens. Needs no script. */
export const Confirm = ({ label, about, children }: Props) => (
  <Disclosure summary={label} screen>
    <p>{about}</p>
    {children}
  </Disclosure>
)
