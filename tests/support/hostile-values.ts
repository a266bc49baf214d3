import fc from 'fast-check'

/** Texts that attackers and faulty programs send where a text is expected. */
export const text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e400',
    'NaN',
    'Infinity',
    '99999999999999999999',
    '\0',
    '\ud800',
    '\u202e',
    '../..',
  ),
  fc.constantFrom("' or 1=1--", '%', '%00', '%zz', '#{7*7}', '<script>', '__proto__', 'constructor', '\r\nx: y', '$@0'),
  fc.constantFrom(
    '2026-02-30',
    '0000-01-01',
    '+275760-09-13',
    '2026-01-01T00:00:00+23:00',
    '[]',
    '{}',
    'null',
    'a'.repeat(3000),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

const cursor = fc
  .tuple(
    fc.constantFrom('text', 'due', 'changed', 'theme', 'document', 'groups', 'organizations'),
    fc.array(fc.oneof(text, fc.integer())),
  )
  .map(([order, values]) => Buffer.from(JSON.stringify([order, ...values])).toString('base64url'))

export const known = fc.constantFrom(
  'SALVADOR-2010',
  'SALVADOR-2010-17.3',
  'unodc',
  '019a0000-0000-7000-8000-000000000000',
)

const parameter = fc.constantFrom(
  ...[
    'q',
    'status',
    'organization',
    'group',
    'owner',
    'document',
    'theme',
    'kind',
    'due',
    'assignment',
    'archived',
    'sort',
  ],
  ...[
    'after',
    'limit',
    'format',
    'view',
    'by',
    'open',
    'choose',
    'edit',
    'done',
    'moved',
    'from',
    'stage',
    'callbackUrl',
  ],
  ...['error', 'code', 'report', 'story', 'notes', 'kind', 'at', 'words', '_rsc', '__proto__'],
)

export const query = fc
  .array(fc.tuple(parameter, fc.oneof(text, cursor)), { maxLength: 4 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${encoded(value)}`).join('&'))

/**
 * Encodes a value as a careless program does: characters that cannot be encoded stay, as far as a request can contain
 * them.
 */
export function encoded(value: string) {
  try {
    return value.startsWith('%') ? value : encodeURIComponent(value)
  } catch {
    return '%ED%A0%80'
  }
}

export const field = fc.constantFrom(
  ...[
    'id',
    'version',
    'name',
    'code',
    'title',
    'date',
    'paragraphs',
    'recommendations',
    'label',
    'text',
    'parent',
    'start',
  ],
  ...[
    'end',
    'organization',
    'owner',
    'dueOn',
    'role',
    'progress',
    'narrative',
    'asOf',
    'closure',
    'reason',
    'body',
    'audience',
  ],
  ...[
    'names',
    'organizations',
    'email',
    'themes',
    'addressees',
    'words',
    '__proto__',
    'toString',
    'intent',
    'key',
    'password',
  ],
)

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(text, fc.double(), fc.boolean(), fc.constant(null), known),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(field, tie('value'), { maxKeys: 6 }),
  ),
}))

export const json = fc.oneof(
  { weight: 6, arbitrary: fc.dictionary(field, value, { maxKeys: 8 }).map((one) => JSON.stringify(one)) },
  { weight: 2, arbitrary: value.map((one) => JSON.stringify(one)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('{', '"', '['.repeat(20_000), '{"a":'.repeat(5_000), '\ufeff{}', '{"version":1e999}'),
  },
)
