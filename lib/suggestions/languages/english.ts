import { combined } from '../combined'
import type { Language } from '../language'

/** What a deed is that a text asks for: "it is essential to". */
const needed = `essential|important|necessary|desirable|useful|helpful|advisable|imperative|vital|crucial|critical|indispensable|
  appropriate|prudent|beneficial|preferable|urgent|fundamental|incumbent on|incumbent upon|high time|worthwhile`

export const english: Language = {
  table: {
    ask: `${combined('considers it|deems it|considers that it is|believes it', 'essential|necessary|important|imperative|vital|crucial|advisable|desirable|appropriate')}|
      recommends|urges|requests|calls upon|calls on|calls for|invites|encourages|asks|advises|suggests|exhorts|
      appeals to|appeals for|reiterates its earlier recommendation|reiterates its recommendation|reiterates its previous recommendation|
      reiterates its request|reiterates its call|reiterates its recommendations|reiterates its previous recommendations|
      directs|instructs|implores|strongly recommends|reiterate our recommendation|repeat our recommendation`,
    plainAsk: 'recommend|urge|request|call upon|call on|call for|invite|encourage|ask|advise|suggest|propose|look to',
    wish: `want|wants|expect|expects|would like|wish|wishes|would welcome|look forward to receiving|
      looks forward to receiving|would like to see|wish to see|wishes to see|wants to see|want to see|expect to see|
      expects to see|hope to see|hopes to see`,
    insist: `stresses|stress|emphasizes|emphasizes again|emphasise|underlines|underline|underscores|decides|declares|considers|
      insists|insist`,
    asked: `recommended|urged|requested|invited|encouraged|asked|called upon|called on|called for|suggested|proposed|
      advised|instructed|directed|reminded`,
    be: 'is|are|was|were|be|been|being',
    had: 'had|has|have|having|previously|earlier',
    adverb: `also|further|furthermore|therefore|thus|again|once again|once more|strongly|earnestly|hereby|accordingly|
      specifically|particularly|especially|urgently|kindly|respectfully|moreover|in addition|additionally|consequently|
      finally|in particular|likewise|now|still|too|not|clearly|fully`,
    modal: `should|must|ought to|needs to|need to|needed to|has to|have to|shall|is to be|are to be|is to|are to|
      will need to|would need to|could usefully|may wish to|might wish to|would do well to|may want to|had better|would be well advised to`,
    need: `is needed|are needed|was needed|were needed|is urgently needed|are urgently needed|were urgently needed|
      was urgently needed|${combined('there is|there is also|there is therefore|there remains|there was', 'a need|an urgent need|a clear need|a pressing need|a continuing need|a strong need|also a need')}|
      on the need for|${combined('stresses|emphasizes|underlines|underscores|highlights|reiterates|reaffirms|stresses also|also stresses', 'the need for|the need to|the urgent need to|the urgent need for')}|
      ${combined('action|more action|work|more work|measures|steps|efforts|more effort|more', 'is required|are required|is needed|are needed|is urgently needed|are urgently needed|are necessary')}|
      ${combined('it was', 'essential|important|necessary')}|
      ${combined('it is|it is also|it is therefore|it is thus|it is now|it is absolutely|it is equally|it remains|it would be|it would also be|it would therefore be|it will be', needed)}|
      ${combined('there is|there is also', 'a case for|a strong case for|a clear case for|a good case for')}|
      it is time for|it is time to|it is time that|attention to the need to|attention to the need for|recommendation is that|recommendation is to|recommendations are that|would benefit from|would also benefit from`,
    say: `said|says|stated|told|argued|explained|reported|indicated|commented|informed|replied|responded|emphasized|
      emphasised|stressed|underlined|highlighted|pointed out|believed|heard|recalled|concurred|confirmed|felt|claimed|
      maintained|was of the view|were of the view|thanked|commended|accepted|expressed the view|announced|added|
      mentioned|referred|described|assured|acknowledged|thought|noted|observed|stating|saying|noting|submitted that|contended|asserted|insisted|testified|complained|admitted|hoped|feared|
      objected|wished|it was noted|
      it was pointed out|it was argued|it was stated|it was observed|it was felt|it was said|it was suggested`,
    agree: 'agreed|decided|concluded|resolved|considered|determined|endorsed',
    note: `notes|note|welcomes|welcome|takes note|take note|took note|commends|congratulates|expresses|expressed|
      acknowledges|acknowledge|recognizes|recognises|recognize|reaffirms|affirms|emphasizes|stresses|underlines|
      underscores|regrets|regret|deplores|condemns|concerned|alarmed|disturbed|recalls|
      observes|found|finds|considers|consider|believes|believe|is of the view|is of the opinion|are of the view|
      are of the opinion|is aware|appreciates|decides|approves|adopts|
      endorses|supports|reiterates|thanks|heard|found that|expect|expects|share|shares|conducted|reviewed|
      took note of|noted|observed`,
    body: `committee|board|office|gao|oios|jiu|conference|council|assembly|inspector|inspectors|commission|panel|
      inquiry|working group|group|meeting|congress|court|forum|rapporteur|team|auditors|auditor|ombudsman|evaluators|
      evaluation|parliament|subcommittee|tribunal|assessors|seminar|workshop|plenary|participants of the meeting|
      conference of the parties|general assembly|security council|unit|review|audit|coroner|chair's summary|symposium|
      assembly of states|inspectorate|comptroller|investigators|reviewers|advisory board|governing council|task force|summit|symposium`,
    first: 'we|i',
    pronoun: 'it|they|he|she',
    agent: `states|state|state party|states parties|member states|government|governments|ministry|ministries|
      department|departments|secretary|secretary-general|secretariat|agency|agencies|authority|authorities|office|
      offices|board|commission|commissions|council|councils|committee|country|countries|parties|party|donors|members|
      organization|organizations|organisation|organisations|fund|funds|unit|section|division|heads|bodies|body|
      management|mission|administrator|director|congress|parliament|treasury|ministers|minister|supervisors|
      prosecutors|police|courts|companies|company|institutions|institution|universities|operators|operator|contractor|
      ports|banks|bank|schools|employers|regulator|regulators|trust|coastguard|officers|officer|sector|partners|
      stakeholders|centres|centers|networks|entities|parliaments|judges|teachers|administration|service|team|teams|
      assembly|head|chief|executive|manager|managers|directors|municipality|municipalities|region|regions|commissioner|
      inspectorate|providers|community|industry|society|union|programme|clerk|group|congress|hospital|hospitals|
      trustees|board members|officials|agents|lawmakers|legislature|governors|boards|bureau|president|chair|
      firms|suppliers|provider|employer|school|council|port|university|supplier|contractors|vendors|researchers|practitioners|association|associations|foundation|college|constabulary|forces|force`,
    thing: `report|reports|figures|table|tables|paragraph|paragraphs|recommendation|recommendations|rule|rules|standard|
      standards|sample|samples|document|documents|conclusions|responses|readers|results|costs|findings|requests`,
    rule: `manual|policy|policies|rule|rules|regulation|regulations|guideline|guidelines|guidance|law|laws|act|
      procedure|procedures|standard|standards|practice|practices|contract|contracts|code|handbook|charter|convention|
      article|section|paragraph|principles|protocol|statute|legislation|constitution|instruction|instructions|
      framework|criteria|circular|terms of reference|directive|bylaws|treaty`,
    ruleVerb: `state|states|require|requires|required|provide|provides|provided|stipulate|stipulates|stipulated|specify|
      specifies|specified|say|says|said|prescribe|prescribes|sets out|set out|lays down|call for|calls for|stated|
      states that|mandates|dictate|dictates|recommend|recommends`,
    perfect: `should have|must have|ought to have|could have|should already have|should not have|should never have|
      should previously have|might have|would have`,
    remark: `it should be noted|it should be recalled|it should be stressed|it should be emphasized|
      it should be borne in mind|it should be understood|it should be remembered|it must be noted|it must be recalled|
      it must be stressed|should be noted|should be read|should be understood|should be construed|
      should not be construed|should not be understood|should not be interpreted|should not be taken|
      should be regarded|should be seen|should note|readers should|reader should|asked to note|invited to note|
      requested to note|must be said|it should be mentioned|should not be seen|should not be read|should contact|
      recommends that it be passed|recommends by majority that it be passed|recommends that the bill be passed|
      recommends by majority that the bill be passed`,
    condition: 'if|unless|whether|in case|in the event',
    answer: `management response|government response|response|agreed|management's response|agency response|
      management comment|management comments|client response|departmental response|the government's response|
      accepted|noted|supported|rejected|implemented|already implemented|partially accepted|accepted in part|
      accepted in principle|partly accepted|fully accepted|not accepted|not supported|partially supported`,
    thanks: `thanks to|wishes to thank|wish to thank|we thank|i thank|grateful|wishes to express its appreciation|
      expressed its thanks|expresses its thanks|expressed its gratitude|expresses its gratitude|
      wishes to acknowledge|would like to thank|expressed their appreciation|expressed thanks|expressed gratitude`,
    seized: 'remain seized|remains seized|remain actively seized',
    preamble: `recalling|noting|stressing|convinced|reaffirming|recognizing|recognising|guided|having|bearing|mindful|
      aware|welcoming|acknowledging|emphasizing|emphasising|underlining|concerned|taking|considering|affirming|
      expressing|alarmed|cognizant|conscious|acting|desiring|reiterating|highlighting|
      underscoring|commending|appreciating|noting with|pursuant|inspired|seeking|observing`,
    leading: `no later than|not later than|in|while|recalling|noting|to|with|working|under|according|as|for|on|at|having|given|since|because|
      although|despite|when|where|based|taking|considering|without|following|after|before|during|by|from|whilst|
      though|bearing|pursuant|owing|through|until|once|within|like|unlike|alongside|together|recognizing|welcoming|
      concerned|mindful|acknowledging|building|subject`,
    lawful: `as required by|under section|under article|by law|under the act|under the law|under the rules|by regulation|
      as its contract said|as the law|according to the|under the regulations|under the contract|are required to|
      is required to|was required to|were required to|had to be`,
    and: 'and|but|or',
    that: 'that',
    none: `as requested|so requested|as recommended|recommended practice|recommended actions|act on|
      action is to be|member states of|need more|as stated|as noted|as indicated|above-mentioned`,
  },
  asking: `recommendation|recommendations|recommended actions|priority actions|for consideration|agreed action|
    agreed actions|action plan|actions required|way forward|dissemination|concluding observations|required actions|
    operative|measures to be taken|recommends|proposals for action|next steps agreed|calls to action|call to action|
    areas for improvement|suggested actions|improvement actions|management actions|congressional consideration`,
  telling: `background|introduction|objective|objectives|scope|methodology|finding|findings|proceedings|deliberations|
    discussion|discussions|opening|closure|closing|acknowledgement|acknowledgements|acknowledgment|acknowledgments|
    agency comments|comments|response|responses|why|what gao found|interactive dialogue|positive aspects|strengths|
    challenges|what happened|context|attendance|adoption of the agenda|election of officers|statements|
    factors and difficulties|how we|summary|glossary|conclusion on|overview|organization of work|overall opinion|
    previous recommendations|follow-up of previous|about this report|mandate|conclusion|current situation|status of|
    key messages|areas that need strengthening|strengths and challenges|what we found|evidence|views of|general debate|terms of reference`,
  conclusions: 'conclusions|outcome|outcomes|agreed conclusions',
  meeting: `there was agreement|there was general agreement|there was consensus|there was broad agreement|
    the conference agreed|the meeting agreed|it was agreed|the congress agreed|the workshop agreed|the forum agreed|
    the working group agreed|participants agreed`,
  attended: `speakers|speaker|delegations|statements were made|observer for|observers for|the meeting was opened|
    one delegation|general discussion|participants`,
  personal: `we recommend|i recommend|we welcome|we urge|interactive dialogue|enjoy the support|enjoy its support|
    working group on the universal periodic review`,
  lists: `following recommendations|recommendations|following actions|recommends the following|following measures`,
}
