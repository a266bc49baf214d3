import css from './box.module.css'

/** A box before a name that is a link: its own label is for those who hear the page. */
export const Box = ({ value, label }: { value: string; label: string }) => (
  <input className={css.box} type="checkbox" name="organizations" value={value} aria-label={label} />
)
