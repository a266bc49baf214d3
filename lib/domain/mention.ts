/*
 * A mention in Markdown is a link to the page of a person. Its words are the name after an @.
 */

/** Characters that mean something in the words of a link. */
const special = /[\\[\]*_`<>&!]/g

/** Returns the mention of a person in Markdown. */
export const mentionLink = ({ id, name }: { id: string; name: string }) =>
  `[@${name.replace(special, '\\$&')}](/people/${id})`

// The number of characters is limited, so that a text with many open brackets takes linear time.
const mention = /\[@((?:\\.|[^\\\]]){1,400})\]\(\/people\/[0-9a-f-]{36}\)/g

/** Returns a text in Markdown with each mention as `@Name`, for where the text is quoted and not rendered. */
export const withPlainMentions = (text: string) =>
  text.replace(mention, (_, name: string) => `@${name.replace(/\\(.)/g, '$1')}`)

const personPath = /^\/people\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Returns the ID of the person to whose page a link leads, or undefined for another link. */
export const personOfLink = (href: string | undefined) => personPath.exec(href ?? '')?.[1]
