import { type Recommendation, readList } from '../read'

/** The rows of the product's list, with as many elements, and nothing around them. */
export default async function List() {
  const { items }: { items: Recommendation[] } = JSON.parse(await readList())
  return (
    <main>
      <h1>Recommendations</h1>
      <ol>
        {items.map((item) => (
          <Row key={item.key} item={item} />
        ))}
      </ol>
    </main>
  )
}

function Row({ item: { key, title, counts, nextDueOn, assignments } }: { item: Recommendation }) {
  const names = assignments.map(({ organization }) => organization.name).join(', ')
  return (
    <li>
      <label className="check">
        <input type="checkbox" name="key" value={key} aria-label={`Choose ${key}`} />
      </label>
      <div>
        <a className="rec" href={`/recommendations/${key}`}>
          <b>{key}</b> <span dir="auto">{title}</span>
        </a>
      </div>
      <div>
        <small className="small">
          <span className="line" title={names}>
            {names}
          </span>
          <span className="shares" aria-hidden="true">
            <svg className="in_progress" aria-hidden="true">
              <use href="#s-bar" />
            </svg>
            <svg className="not_started" aria-hidden="true">
              <use href="#s-bar-track" />
            </svg>
          </span>
          {counts.implemented} of {counts.open} implemented
        </small>
      </div>
      <div>
        <small className="small">
          <span className="late">{nextDueOn}</span>
          <span className="line" title={names}>
            {names}
          </span>
        </small>
      </div>
    </li>
  )
}
