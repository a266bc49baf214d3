/** The elements that begin and end a paragraph. */
export const boundaries: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption figure form h1 h2 h3 h4 ' +
    'h5 h6 hr legend li main ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)
