import { combined } from '../combined'
import type { Language } from '../language'

export const french: Language = {
  table: {
    ask: `${combined('juge|jugent|estime|estiment|considère|considèrent', 'nécessaire|indispensable|utile|souhaitable|essentiel|opportun|important|préférable')}|
      propose|proposent|recommande|recommandent|engage|engagent|invite|invitent|prie|prient|demande|demandent|exhorte|exhortent|
      encourage|encouragent|appelle|appellent|suggère|conseille|préconise|préconisent|réitère sa recommandation|
      rappelle sa recommandation|lance un appel|recommandons|demandons|invitons|préconisons`,
    insist: 'souligne|soulignent|insiste sur le fait|insiste pour|est d’avis|rappelle également|considère|estime',
    asked: `recommandé|invité|invitée|invités|invitées|prié|priée|priés|priées|demandé|engagé|engagée|engagés|
      encouragé|encouragée|encouragés|encouragées|exhorté|exhortés|appelé|appelés`,
    be: 'est|sont|était|étaient|a été|ont été|a|ont|avait été',
    had: 'avait|avaient|ayant',
    adverb: `également|aussi|en outre|de nouveau|vivement|instamment|par ailleurs|donc|notamment|à nouveau|
      fermement|de plus|enfin|ainsi`,
    modal: `devrait|devraient|doit|doivent|devra|devront|est tenu de|sont tenus de`,
    need: `il convient de|il convient d|il convient que|il convient donc de|il faut|il faudrait|il conviendrait de|il conviendrait que|
      ${combined('il est|il est donc|il est également|il serait|il serait donc|il paraît|il apparaît|il semble|il demeure|il reste', 'nécessaire|indispensable|essentiel|impératif|urgent|important|primordial|souhaitable|opportun|utile|bon|préférable|judicieux|crucial|fondamental|temps')}|
      il appartient|il appartiendrait|il revient|il reviendrait|il incombe|gagnerait donc à|gagnerait à|gagneraient à|
      il importe de|il importe que|il y a lieu de|est nécessaire|
      sont nécessaires`,
    say: `ont expliqué|ont affirmé|ont précisé|ont répondu|ont fait valoir|ont fait observer|ont estimé|a admis|ont admis|
      a reconnu|ont reconnu|a annoncé|ont annoncé|a rappelé|ont rappelé|a assuré|ont assuré|a confirmé|ont confirmé|a déclaré|ont déclaré|a indiqué|ont indiqué|a dit|a expliqué|a affirmé|a précisé|a souligné|ont souligné|
      a répondu|a fait valoir|a fait observer|a relevé|estime|indique|précise|déclare`,
    agree: 'est convenu|sont convenus|a décidé|ont décidé|a conclu|a estimé',
    note: `note|prend note|se félicite|salue|constate|relève|regrette|rappelle|prend acte|accueille avec satisfaction|
      est préoccupé|est préoccupée|demeure préoccupé|reste préoccupé|se déclare préoccupé|remercie|a constaté|observe|
      reconnaît|réaffirme|souligne|se dit préoccupé|décide|approuve`,
    body: `contrôleur général|contrôleuse générale|inspection générale|haut conseil|rapporteur spécial|rapporteuse spéciale|commissaire|comité|cour|conseil|commission|conférence|assemblée|sous-comité|sous-commission|médiateur|défenseur des droits|groupe de travail|chambre|mission|inspecteur|
      inspecteurs|comité des droits de l'homme|rapporteur|groupe|réunion|bureau|assemblée générale|congrès`,
    first: 'nous|je',
    pronoun: 'il|elle|ils|elles',
    agent: `commune|inspection|inspections|assurance maladie|gestionnaires|préfecture|maire|maires|hôpitaux|écoles|département|départements|rectorat|état|états|état partie|états parties|états membres|gouvernement|gouvernements|ministère|ministères|
      ministre|secrétaire général|secrétariat|agence|agences|autorités|autorité|office|conseil|comité|pays|parties|
      donateurs|membres|organisation|organisations|organismes|fonds|institutions|collectivités|communes|régions|
      établissements|établissement|préfets|préfet|police|tribunaux|entreprises|banques|administration|parlement|
      direction|direction générale|directions|service|services|opérateurs|partenaires|secteur privé|société|universités|région|département|mission`,
    thing: 'rapport|rapports|tableau|résultats|document|recommandations|pièces|chiffres|coûts',
    rule: `règlement|loi|lois|code|article|convention|décret|manuel|règles|contrat|circulaire|charte|constitution|
      directive|norme|normes`,
    ruleVerb: 'prévoit|prévoient|dispose|disposent|exige|exigent|prescrit|impose|imposent|stipule',
    perfect: 'aurait dû|auraient dû|avait recommandé|avait demandé|avait invité',
    remark: 'il convient de noter|il y a lieu de noter|il convient de rappeler|il faut noter|il convient de souligner',
    condition: 'si|sauf si|au cas où',
    answer: 'réponse|réponse du ministère|réponse de la direction',
    thanks: 'remercie|tient à remercier|exprime sa gratitude|remerciements',
    seized: 'rester saisi|rester saisie|demeurer saisie',
    preamble: `rappelant|notant|soulignant|convaincu|convaincue|réaffirmant|considérant|ayant|consciente|conscient|
      guidée|guidé|sachant|prenant|préoccupée|constatant|se félicitant`,
    leading: `d'ici|d'ici à|avant|lorsque|dès|dans|en|tout en|rappelant|compte|conformément|afin|pour|à|au|aux|lors|selon|étant|eu|à la lumière|sur|avec|
      par|sous|sans|après|avant`,
    lawful: `selon la loi|conformément au règlement|en vertu de|selon le|selon la|selon les|selon l'|d'après`,
    and: 'et|mais|ou',
    that: 'que|qu',
    none: 'demande d|la demande|a demandé une|l invite',
  },
  asking: `recommandation|recommandations|préconisation|préconisations|pistes d'amélioration|axes d'amélioration|
    actions recommandées|actions à mener|propositions|mesures recommandées|actions prioritaires|diffusion|suites à donner|
    plan d'action|mesures à prendre|diffusion et suivi`,
  telling: `introduction|contexte|constatations|constats|observations|méthode|méthodologie|aspects positifs|
    remerciements|réponses|réponse|débat|débat général|ouverture|clôture|synthèse|objectifs|annexe`,
  conclusions: 'conclusions',
  meeting: 'la conférence est convenue|il a été convenu|la réunion est convenue|les participants sont convenus',
  attended: 'orateurs|délégations|des déclarations ont été faites|participants',
  personal: 'nous recommandons|je recommande|examen périodique universel',
  lists: 'recommandations suivantes|recommandations|mesures suivantes',
}
