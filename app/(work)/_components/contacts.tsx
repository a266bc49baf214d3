import type { ReactNode } from 'react'
import { Notice } from '@/app/_ui/notice'

type Props = { people: { name: string; email: string }[]; children: ReactNode }

/** The people who can help, and with what. */
export const Contacts = ({ people, children }: Props) => (
  <Notice tone="info">
    <p>{children}</p>
    <ul>
      {people.map(({ name, email }) => (
        <li key={email}>
          {name}, <a href={`mailto:${email}`}>{email}</a>
        </li>
      ))}
    </ul>
  </Notice>
)
