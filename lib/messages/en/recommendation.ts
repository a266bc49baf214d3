import annotations from './recommendation/annotations.json'
import assignments from './recommendation/assignments.json'
import details from './recommendation/details.json'
import done from './recommendation/done.json'
import history from './recommendation/history.json'
import page from './recommendation/page.json'
import related from './recommendation/related.json'

/** The texts of the page of a recommendation, and of the page of an assignment. */
export const recommendation = {
  ...annotations,
  ...assignments,
  ...details,
  ...done,
  ...history,
  ...page,
  ...related,
}
