import { infinitiveAt } from './deeds'
import type { Hit } from './lexicon'
import type { Word } from './words'

/** What Chinese and Arabic requests begin with where each item of a list asks for something. */
const chinese = new RegExp(
  `^(?:${[
    ...[
      '加强',
      '加快',
      '加大',
      '完善',
      '制定',
      '确保',
      '采取',
      '建立',
      '健全',
      '继续',
      '批准',
      '修订',
      '修改',
      '推进',
      '推动',
      '开展',
    ],
    ...[
      '落实',
      '提高',
      '促进',
      '废除',
      '考虑',
      '规范',
      '严格',
      '强化',
      '明确',
      '优化',
      '增加',
      '减少',
      '停止',
      '审查',
      '公布',
      '提供',
    ],
    ...[
      '支持',
      '保护',
      '保障',
      '实施',
      '通过',
      '改进',
      '改善',
      '设立',
      '扩大',
      '消除',
      '防止',
      '打击',
      '尽快',
      '进一步',
    ],
  ].join('|')})`,
  'u',
)
const arabic = new Set(
  (
    'تعزيز ضمان اعتماد اتخاذ وضع مواصلة إنشاء تنفيذ توفير تحسين مراجعة تعديل إلغاء التصديق النظر تكثيف زيادة تخصيص تدريب نشر ' +
    'تقديم إجراء كفالة منع حظر دعم تشجيع تطوير إدماج تيسير استعراض السعي حماية مكافحة الحد القضاء تمكين سن تفعيل إعداد'
  ).split(' '),
)

/** How far from its beginning an item names those who are to act, in words. */
const near = 4

/** Returns whether an item asks for something by its first words, in another language than English. */
export function opensAsking(words: readonly Word[], hits: readonly Hit[]): boolean {
  const start = words
    .slice(0, 3)
    .map(({ text }) => text)
    .join('')
  if (chinese.test(start) || arabic.has(words[0]?.text ?? '')) return true
  const first = /^(?:de|d'|à|a)$/.test(words[0]?.text ?? '') ? 1 : 0
  return infinitiveAt(words, first) || whoOpens(words, hits) !== undefined
}

/** Returns those who are to act, if an item begins with them: "Que el Gobierno publique", "Министерству разработать". */
export function whoOpens(words: readonly Word[], hits: readonly Hit[]): Hit | undefined {
  const agent = hits.find(({ at, roles }) => roles.has('agent') && at < near)
  if (!agent) return
  if (/^(?:que|qu)$/.test(words[0]?.text ?? '')) return agent
  if (words[0]?.text === 'على') return agent.at === 1 && words[1 + agent.size]?.text === 'أن' ? agent : undefined
  const russian = /^\p{Script=Cyrillic}/u.test(words[agent.at]?.text ?? '')
  const after = words.slice(agent.at + agent.size, agent.at + agent.size + near)
  return russian && after.some((_, place) => infinitiveAt(words, agent.at + agent.size + place)) ? agent : undefined
}
