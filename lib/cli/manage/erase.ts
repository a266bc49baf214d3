import { Problem } from '../problem'
import { type Given, granted, type Verb } from './verb'

const by = { type: 'string', says: 'the email address of the administrator whom the history names' } as const
const of = { type: 'string', says: 'assignment:ID, annotation:ID or recommendation:KEY' } as const
const reason = { type: 'string', says: 'why, which the history and the page say' } as const
const confirm = { type: 'boolean', says: 'confirms that this cannot be undone' } as const

/** `npm run manage -- erase list` */
export const list: Verb = {
  says: 'prints what can be erased by law on an assignment, an annotation or a recommendation',
  options: { by, of },
  async run(given) {
    const { listErasableAtConsole } = await import('@/lib/erasures/erase-at-console')
    const found = granted(await listErasableAtConsole(given))
    const lines = found.map(({ id, kind, at, sentence, content = '(not shown: only its writers read it)' }) =>
      [id, kind, at.slice(0, 10), ...(sentence ? [`${sentence}:`] : []), content].join(' '),
    )
    return lines.join('\n') || 'Nothing here can be erased.'
  },
}

/** `npm run manage -- erase items` */
export const items: Verb = {
  says: 'erases texts, drafts or evidence by law, for good',
  options: {
    by,
    of,
    item: {
      type: 'string',
      multiple: true,
      says: 'the ID of one of them, as "erase list" prints it; may come several times',
    },
    reason,
    confirm,
  },
  async run(given) {
    const { eraseAtConsole } = await import('@/lib/erasures/erase-at-console')
    granted(await eraseAtConsole(confirmed(given)))
    return 'Erased.'
  },
}

/** `npm run manage -- erase person` */
export const person: Verb = {
  says: 'erases the name and the email address of a person by law, for good, and closes the account',
  options: { by, email: { type: 'string', says: 'the email address of the person' }, reason, confirm },
  async run(given) {
    const { erasePersonAtConsole } = await import('@/lib/erasures/erase-at-console')
    granted(await erasePersonAtConsole(confirmed(given)))
    return 'Erased.'
  },
}

function confirmed({ confirm, ...given }: Given) {
  if (confirm !== true)
    throw new Problem('Nothing was erased: --confirm says that you know that this cannot be undone.')
  return given
}
