import { Rows } from '@/app/_ui/rows'
import { Status } from '@/app/_ui/status'
import { byParagraph, type Paragraph, type Unassigned } from '@/lib/overview/day-one'
import { listInWords, words } from '@/lib/platform/i18n'
import { NamedRec } from '../named'
import css from './first-list.module.css'

const most = 60

/** What nobody has yet, paragraph by paragraph in the order of the text, and to whom it speaks. */
export function FirstList({ all, total }: { all: Unassigned[]; total: number }) {
  const paragraphs = byParagraph(all.slice(0, most))
  return (
    <>
      <div className={css.text}>
        {paragraphs.map((part, place) => (
          <section key={part.recommendations[0]?.key}>
            {part.code !== paragraphs[place - 1]?.code && paragraphs.some(({ code }) => code !== part.code) && (
              <h2 dir="auto">{part.document}</h2>
            )}
            <Part part={part} />
          </section>
        ))}
      </div>
      {total > most && (
        <p>
          <a href="/recommendations">{words('dayOne.all', { count: total })}</a>
        </p>
      )}
    </>
  )
}

const Part = ({ part: { paragraph, recommendations } }: { part: Paragraph }) => (
  <div className={css.paragraph}>
    <b>{labelOf(paragraph)}</b>
    <Rows columns="named" ordered label={labelOf(paragraph)}>
      {recommendations.map((item) => (
        <li key={item.key}>
          <NamedRec item={item} light />
          {item.kind === 'finding' ? (
            <Status status="noted" label={words('status.noted')} />
          ) : (
            <small>
              {item.addressees.length === 0
                ? words('dayOne.toUnrecorded')
                : words('dayOne.to', { names: listInWords(item.addressees.map((one) => one.words)) })}
            </small>
          )}
        </li>
      ))}
    </Rows>
  </div>
)

function labelOf({ label, ordinal, parent }: Paragraph['paragraph']) {
  if (!label) return words('dayOne.unlabelled', { ordinal })
  return words('dayOne.paragraph', { label: parent ? `${parent} ${label}` : label })
}
