/** Lists what others have changed since a form was shown. */
export const OtherChanges = ({ title, changes }: { title: string | undefined; changes: string[] }) => (
  <>
    <small>{title}</small>
    <ul>
      {changes.map((change) => (
        <li key={change}>{change}</li>
      ))}
    </ul>
  </>
)
