import { type Recommendation, readOne } from '../../read'

/** What the product's page of a recommendation shows, and nothing around it. */
export default async function One({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params
  const one: Recommendation = JSON.parse(await readOne(decodeURIComponent(key)))
  return (
    <main>
      <p>{one.citation}</p>
      <h1>{one.title}</h1>
      <blockquote>{one.quote}</blockquote>
      <ul>
        {one.assignments.map(({ id, organization, dueOn, status }) => (
          <li key={id}>
            <b>{organization.name}</b> <span>{status}</span> <span>{dueOn}</span>
          </li>
        ))}
      </ul>
      <ol>
        {one.annotations.map(({ id, body, author, createdAt }) => (
          <li key={id}>
            <p>{body}</p>
            <small>
              {author.name}, {createdAt}
            </small>
          </li>
        ))}
      </ol>
    </main>
  )
}
