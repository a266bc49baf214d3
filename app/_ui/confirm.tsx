import type { ReactNode } from 'react'
import { Disclosure } from './disclosure'
import { Stack } from './layout'

type Props = {
  /** The action, such as "Delete…". */
  label: string
  /** What will happen, and whether it can be undone. */
  about: string
  /** The button that runs the action. */
  children: ReactNode
}

/** Asks for confirmation of an action that is hard to undo: its button is in a disclosure. Needs no script. */
export const Confirm = ({ label, about, children }: Props) => (
  <Disclosure summary={label} screen>
    <Stack>
      <p>{about}</p>
      {children}
    </Stack>
  </Disclosure>
)
