import { Rows } from '@/app/_ui/rows'
import { Status } from '@/app/_ui/status'
import { NamedRecommendation } from '@/app/(work)/_components/recommendation-reference'
import { byParagraph, type Paragraph, type Unassigned } from '@/lib/overview/getting-started'
import { listInWords, t } from '@/lib/platform/i18n'
import css from './first-list.module.css'

const most = 60

/** The unassigned recommendations by paragraph, in the order of the text, with the parties to whom the text speaks. */
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
          <a href="/recommendations">{t('gettingStarted.all', { count: total })}</a>
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
          <NamedRecommendation item={item} light />
          {item.kind === 'finding' ? (
            <Status status="noted" label={t('status.noted')} />
          ) : (
            <small>{addressedTo(item)}</small>
          )}
        </li>
      ))}
    </Rows>
  </div>
)

function addressedTo({ addressees, namesNobody }: Unassigned) {
  if (addressees.length > 0) return t('gettingStarted.to', { names: listInWords(addressees.map(({ words }) => words)) })
  return t(namesNobody ? 'gettingStarted.toNobody' : 'gettingStarted.toUnrecorded')
}

function labelOf({ label, ordinal, parent }: Paragraph['paragraph']) {
  if (!label) return t('gettingStarted.unlabelled', { ordinal })
  return t('gettingStarted.paragraph', { label: parent ? `${parent} ${label}` : label })
}
