/** Verbs with which English recommendations begin, in the form of the imperative. */
const bases = `abide abolish abstain accede accelerate accept access accompany account achieve act adapt add address adhere adjust
adopt advance advise advocate align allocate allow amend analyse analyze apply appoint appraise approve arrange articulate ascertain
assess assign assist assure attend attract audit authorize avoid ban base begin benchmark bring broaden budget build call
calibrate cancel carry cease certify change charge check clarify clear close coach codify collaborate collate collect combat commence
commission commit communicate commute compile complete comply conclude condemn conduct confirm consider consolidate
consult contact contain continue contract contribute convene cooperate coordinate correct cost count cover create criminalize
cut deal decide declare decrease decriminalize dedicate deepen define delegate deliver demonstrate deploy deposit deregister describe
design designate detail determine develop devise direct disaggregate discard disclose discontinue discourage discuss dispose disseminate
distribute diversify divest document draft draw educate elaborate eliminate embed embrace employ empower enable enact encourage end endeavour
endorse enforce engage enhance enlarge enlist enrich enrol ensure enter equip eradicate escalate establish estimate evaluate
examine exchange exclude execute exempt exercise expand expedite explain explore expose extend facilitate file
fill finalize finalise finance find fix focus follow forge formalize formalise formulate foster free fulfil fund further generate
give grant guarantee guard guide halt hand harmonize harmonise harness heed help hire hold honour identify impart
implement impose improve include incorporate increase incorporate inform initiate inspect install instil institute institutionalize institutionalise
instruct integrate intensify introduce invest investigate invite involve issue join keep know launch learn lay lead legislate leverage
liaise lift limit link list locate log look lower maintain make manage mandate map match maximize measure mediate meet
minimize mitigate mobilize mobilise modernize modify monitor move name narrow negotiate nominate notify obtain offer open operate operationalize
oppose optimize order organize organise orient outline overcome oversee participate pass pay perform permit phase pilot place plan play
pledge post practise prepare present preserve prevent prioritize prioritise probe process procure produce prohibit promote prompt promulgate propose prosecute protect
prove provide publicize publicise publish punish purchase pursue put raise ratify reach react read reaffirm realize reallocate rebuild
recall receive recognize recognise recommend reconcile reconsider record recover recruit rectify redesign redirect redouble reduce
refer refine reform refrain refurbish regard register regularize regulate rehabilitate reinforce reinstate reject release relocate remain remedy remind
remove renew renovate reorganize repair repeal replace replicate report request require rescind research reserve resolve respect respond
restore restrict restructure resume retain return reverse review revise revisit revitalize revoke roll root run safeguard
sanction scale schedule screen scrutinize secure seek segregate select send sensitize separate serve set settle share show shorten
sign simplify solicit speed spend sponsor stabilize standardize standardise start state step stop store streamline
strengthen strive structure study submit subscribe substitute supervise supplement supply support survey suspend sustain tackle tailor take target
task teach terminate test tighten trace track train transfer translate transform transpose treat turn undergo undertake unify update upgrade uphold
urge use utilize utilise validate verify visit wait waive warn weigh welcome widen withdraw withhold work write
affirm allay alleviate alert annul anticipate apportion archive arrest assume attain avail bolster boost bridge bind
capture circulate claim classify combine compel compensate compare connect conserve construct control convert convey
counter curb customize debate deduct defer defend delineate deny detect deter devote differentiate diminish disburse
dismiss display divide donate double earmark ease elect elevate embark emphasize entrust equalize exploit express
exert fast-track forward furnish handle illustrate insert insure interview invoke isolate localize mainstream market
merge motivate nurture observe offset omit overhaul pool press privatize quantify question reassess rebalance recast
reclaim reconstitute redeploy redistribute redress refocus refuse reimburse relieve rely renegotiate renounce reopen
rescue resettle reshape restate retrain retrieve reward rotate save seal sharpen specify split stimulate subsidize
summarize tie treble trial triple uproot vaccinate vary vet vote ring-fence co-design co-finance rethink`

/** Imperatives that are also nouns or adjectives: the words after them decide. */
const ambiguous = `access account act address advance audit base budget call change charge check commission contact contract
cost count cover cut deal design detail document draft draw end exercise file fill finance find focus fund further grant guide
halt hand help increase issue lead lift limit link list log look mandate map match measure move name offer open order outline
pass pay phase pilot place plan play pledge post practise present process prompt purchase register release remedy repair report
request research reserve return review root run sanction scale schedule screen separate set share show sign speed sponsor start
state step stop store structure study subject supply support survey target task test track train transfer turn update upgrade
use visit wait welcome work clear free complete secure correct decrease register record complete lower narrow read
archive arrest boost bridge claim control display double ease market merge pool press question rescue reward seal split
trial triple vote`

const irregular: Record<string, string> = {
  begun: 'begin',
  brought: 'bring',
  built: 'build',
  carried: 'carry',
  chosen: 'choose',
  cut: 'cut',
  drawn: 'draw',
  found: 'find',
  given: 'give',
  held: 'hold',
  kept: 'keep',
  laid: 'lay',
  led: 'lead',
  made: 'make',
  met: 'meet',
  paid: 'pay',
  put: 'put',
  read: 'read',
  sent: 'send',
  set: 'set',
  shown: 'show',
  sought: 'seek',
  spent: 'spend',
  taken: 'take',
  taught: 'teach',
  undertaken: 'undertake',
  upheld: 'uphold',
  withdrawn: 'withdraw',
  withheld: 'withhold',
  written: 'write',
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))
const verbs = words(bases)
const unclear = words(ambiguous)
const participles = new Map(Object.entries(irregular))
const gerunds = new Map<string, string>()
const vowel = /[aeiou]/
const doubled =
  /^(?:ban|commit|cut|fulfil|instil|map|plan|prefer|put|refer|run|set|step|stop|submit|begin|enrol|transfer|log)$/

for (const verb of verbs) {
  const stem = doubled.test(verb) ? verb + verb.slice(-1) : verb.endsWith('e') ? verb.slice(0, -1) : verb
  const past = verb.endsWith('y') && !vowel.test(verb.at(-2) ?? '') ? `${verb.slice(0, -1)}i` : stem
  if (!participles.has(`${past}ed`)) participles.set(`${past}ed`, verb)
  gerunds.set(
    `${stem === verb || doubled.test(verb) || verb.endsWith('ee') ? (verb.endsWith('ee') ? verb : stem) : stem}ing`,
    verb,
  )
}

/** Endings that only verbs have: "digitize", "diversify". */
const madeVerb = /^[a-z]{3,}(?:ize|ify)$/

export const isVerb = (word: string) => verbs.has(word) || madeVerb.test(word)
export const isUnclear = (word: string) => unclear.has(word)

/** Returns the imperative of "reviewed" or of "reviewing". */
export const verbOfParticiple = (word: string) =>
  participles.get(word) ?? madeVerbOf(word.replace(/ized$/, 'ize').replace(/ified$/, 'ify'), word)
export const verbOfGerund = (word: string) =>
  gerunds.get(word) ?? madeVerbOf(word.replace(/izing$/, 'ize').replace(/ifying$/, 'ify'), word)

const madeVerbOf = (base: string, word: string) => (base !== word && madeVerb.test(base) ? base : undefined)

const states = new Set(
  'include contain cover comply reflect remain apply exist depend consist state cost read'.split(' '),
)

/** Returns whether a verb says what only somebody can do, so that its subject can act. */
export const isDeed = (verb = '') => isVerb(verb) && !states.has(verb)
