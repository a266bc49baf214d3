import { Rec } from '@/app/_ui/rec'
import { Rows } from '@/app/_ui/rows'
import { Status } from '@/app/_ui/status'
import type { Unassigned } from '@/lib/overview/day-one'
import { listInWords, words } from '@/lib/platform/i18n'
import { shortKey } from '@/lib/recommendations/key'
import { pathOf } from '../recommendations/[key]/address'

/** All that nobody has yet, in the order of the text, and to whom it speaks. */
export const FirstList = ({ all, total }: { all: Unassigned[]; total: number }) => (
  <>
    <Rows columns="named" ordered label={words('list.title')}>
      {all.map(({ key, code, title, kind, addressees }) => (
        <li key={key}>
          <Rec href={pathOf(key)} short={shortKey(key, code)} title={title} light />
          {kind === 'finding' ? (
            <Status status="noted" label={words('status.noted')} />
          ) : (
            <small>
              {addressees.length === 0
                ? words('dayOne.toNobody')
                : words('dayOne.to', { names: listInWords(addressees.map((one) => one.words)) })}
            </small>
          )}
        </li>
      ))}
    </Rows>
    {total > all.length && <a href="/recommendations">{words('dayOne.all', { count: total })}</a>}
  </>
)
