import { type Assignment, type Recommendation, readOne } from '../../read'

/** The rows of the product's page of a recommendation, with as many elements, and nothing around them. */
export default async function One({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params
  return <Whole one={JSON.parse(await readOne(decodeURIComponent(key)))} />
}

function Whole({ one }: { one: Recommendation }) {
  return (
    <main>
      <p>{one.citation}</p>
      <h1 dir="auto">{one.title}</h1>
      <figure className="leaf" dir="auto">
        <blockquote lang="en">
          <span className="current">
            <span className="pin">
              <b dir="ltr">{one.key}</b> <span dir="auto">{one.status}</span>
              <Mark />
            </span>
            <mark>{one.quote}</mark>
          </span>
        </blockquote>
      </figure>
      <table className="table" aria-label="Assignments">
        <tbody>
          {one.assignments.map((assignment) => (
            <Row key={assignment.id} assignment={assignment} />
          ))}
        </tbody>
      </table>
      <ol className="notes">
        {one.annotations.map(({ id, body, author, createdAt }) => (
          <li key={id} className="note">
            <div dir="auto">
              <p>{body}</p>
            </div>
            <small>
              {author.name}, <time>{createdAt}</time>
            </small>
          </li>
        ))}
      </ol>
    </main>
  )
}

const Row = ({ assignment: { id, organization, owner, dueOn, status } }: { assignment: Assignment }) => (
  <tr id={id} data-row="">
    <th scope="row">
      <a href={`/organizations/${organization.slug}`} dir="auto">
        {organization.name}
      </a>
      <br />
      <small>{status}</small>
    </th>
    <td data-label="Owner">
      <span className="quiet">{owner?.name}</span>
    </td>
    <td data-label="Due">
      <span>
        <span className="day">{dueOn}</span>
        <br />
        <small>
          <span className="day late">{dueOn}</span>
        </small>
      </span>
    </td>
    <td data-label="Status">
      <span className="status">
        <Mark />
        {status}
      </span>
    </td>
    <td>
      <Step name="report" id={id} />
      <Step name="change" id={id} />
    </td>
  </tr>
)

const Mark = () => (
  <svg aria-hidden="true">
    <use href="#s-in_progress" />
  </svg>
)

const Step = ({ name, id }: { name: string; id: string }) => (
  <form action={`#${id}`}>
    <input type="hidden" name={name} value={id} />
    <button type="submit" className="plain">
      {name}
    </button>
  </form>
)
