'use client'

import { Button } from '@/app/_ui/button'
import { DateField } from '@/app/_ui/inputs'
import { Row, Stack } from '@/app/_ui/layout'

type Props = {
  path: string
  /** The other parameters of the page. */
  kept: [name: string, value: string][]
  /** The name of the parameter with the day. */
  name: string
  label: string
  /** The last day that can be chosen, and the one that is shown. */
  latest: string
  shown: string | undefined
  error: string | undefined
  send: string
  back: { href: string; label: string } | undefined
}

/**
 * A form that opens a page with another day. It is a client component, although it needs no script, so that each page
 * contains its texts without a description of their markup.
 */
export const DayForm = ({ path, kept, name, label, latest, shown, error, send, back }: Props) => (
  <form method="get" action={path} data-screen="">
    {kept.map(([name, value]) => (
      <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
    ))}
    <Stack gap="tight">
      <DateField name={name} label={label} max={latest} defaultValue={shown} error={error} required />
      <Row>
        <Button type="submit">{send}</Button>
        {back && <a href={back.href}>{back.label}</a>}
      </Row>
    </Stack>
  </form>
)
