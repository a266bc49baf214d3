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
    ...'由 将 把 严肃 压实 查处 推行 建设 打造 夯实 杜绝 控制 管好 用好 盘活 扩充 补充 提升 缩小 维护 尊重 对 及时 切实 严厉 积极 认真 全面 依法 抓紧 坚持 深入 培训 收回 追回 整改 清理 核实 追究 组织 指导 督促 协调 统筹'.split(
      ' ',
    ),
    ...'探索 引导 配备 安排 发布 更新 评估 监测 合理 充分 优先 定期 逐步 大力 着力 制订 编制 出台 改革 调整 简化 取消 撤销'.split(
      ' ',
    ),
    ...'重新 签署 加入 确定 给予 延长 缩短 降低 限制 禁止 起诉 调查 赔偿 释放 废止 投入 划拨 分配 启动 推广 宣传 避免 预防'.split(
      ' ',
    ),
  ].join('|')})`,
  'u',
)

/** Arabic nouns of action by their forms, such as "تعزيز", "إنشاء", "اعتماد" and "مواصلة", and others that begin requests. */
const arabic =
  /^و?(?:ال)?(?:ت\p{L}{2}ي\p{L}ة?|إ\p{L}{1,2}ا\p{L}ة?|ا(?:ست)?\p{L}{1,3}ا\p{L}|م\p{L}ا\p{L}{1,2}ة|وضع|ضمان|كفالة|نشر|منع|حظر|دعم|سن|نظر|سعي|حماية|زيادة|حد|قضاء|عمل|تصديق|تعاون|تأكد|رفع|خفض|سحب|بناء|رصد|بذل|صون|تحقيق|إسراع|إفراج|تكثيف)$/u
const things = /^و?(?:ال)?(?:تقرير|تاريخ|تقارير|اجتماع|إعلان|إطار|اتفاق)$/u

/** How far from its beginning an item names those who are to act, and how far after them what they are to do, in words. */
const near = { who: 4, deed: 9 }

/** Returns whether an item asks for something by its first words, in another language than English. */
export function opensAsking(words: readonly Word[], hits: readonly Hit[]): boolean {
  const start = words
    .slice(0, 3)
    .map(({ text }) => text)
    .join('')
  const [opening = ''] = words.map(({ text }) => text)
  if (chinese.test(start) || opening === 'أن' || (arabic.test(opening) && !things.test(opening))) return true
  if (/^(?:que|qu)$/.test(opening) || isDeedNamed(words, hits)) return true
  let first = 0
  while (/^(?:de|d'|à|a|ne|pas|plus|no|не|également|también|также)$/.test(words[first]?.text ?? '') && first < 3)
    first++
  return infinitiveAt(words, first) || whoOpens(words, hits) !== undefined
}

/** Nouns of what is to be done, in French, Spanish and Russian. */
const deed =
  /^(?:\p{L}{3,}(?:tion|sion|ssement|ement|ment|age|ción|sión|miento|ение|ание|тие|ция)|mise|prise|réforme|suivi|reprise|hausse|puesta|mejora|reforma|отмена|реформа)$/u
const article = /^(?:la|le|l'|el|una?|une)$/
const ofWhat = /^(?:de|du|des|d'|del|en|a)$/

/** How far after its beginning a sentence that says what happened has its verb, in words. */
const early = 12

/** Returns whether an item names what is to be done: "Création d’un registre", "El fortalecimiento de los controles". */
function isDeedNamed(words: readonly Word[], hits: readonly Hit[]): boolean {
  const at = article.test(words[0]?.text ?? '') ? 1 : 0
  const noun = words[at]?.text ?? ''
  if (!deed.test(noun) || !(/\p{Script=Cyrillic}/u.test(noun) || ofWhat.test(words[at + 1]?.text ?? ''))) return false
  return !hits.some(
    ({ at, roles }) => at < early && (['be', 'modal', 'say', 'note', 'had'] as const).some((role) => roles.has(role)),
  )
}

/** Returns those who are to act, if an item begins with them: "Que el Gobierno publique", "Министерству разработать". */
export function whoOpens(words: readonly Word[], hits: readonly Hit[]): Hit | undefined {
  const agent = hits.find(({ at, roles }) => roles.has('agent') && at < near.who)
  if (!agent) return
  if (/^(?:que|qu)$/.test(words[0]?.text ?? '')) return agent
  if (words[0]?.text === 'على') return agent.at === 1 && words[1 + agent.size]?.text === 'أن' ? agent : undefined
  const russian = /^\p{Script=Cyrillic}/u.test(words[agent.at]?.text ?? '')
  const after = words.slice(agent.at + agent.size, agent.at + agent.size + near.deed)
  return russian && after.some((_, place) => infinitiveAt(words, agent.at + agent.size + place)) ? agent : undefined
}
