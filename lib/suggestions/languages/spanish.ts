import { combined } from '../combined'
import type { Language } from '../language'

export const spanish: Language = {
  table: {
    ask: `${combined('se considera|se estima', 'necesario|conveniente|imprescindible|oportuno|indispensable|importante|esencial|fundamental|preciso')}|
      ${combined('considera|consideran|estima|estiman|cree|juzga', 'necesario|conveniente|imprescindible|oportuno|indispensable|importante|esencial|fundamental|preciso|deseable|que es necesario')}|
      propone|proponen|se propone|se sugiere|se aconseja|se urge|urge a|se recomienda|se invita|se pide|se insta|se exhorta|se alienta|se solicita|recomienda|recomiendan|insta|instan|exhorta|exhortan|pide|piden|invita|invitan|alienta|alientan|anima|
      solicita|solicitan|sugiere|aconseja|hace un llamamiento|reitera su recomendación|recomendamos|pedimos|instamos|
      encarece|requiere que el estado`,
    insist: 'subraya|subrayan|insiste en|destaca|considera|estima|es de la opinión de',
    asked: `recomendado|invitado|invitada|invitados|instado|solicitado|pedido|exhortado|alentado|recomendó|pidió|invitó|
      instó|exhortó|solicitó|alentó`,
    be: 'es|son|fue|fueron|ha sido|han sido|se|ha|han|había sido',
    had: 'había|habían|habiendo',
    adverb: `también|asimismo|además|encarecidamente|nuevamente|de nuevo|enérgicamente|por tanto|por consiguiente|
      igualmente|en particular|firmemente|urgentemente`,
    modal: `debe|deben|debería|deberían|deberá|deberán|debiera|debieran|tiene que|tienen que|ha de|han de`,
    need: `${combined('es|resulta|sería|resultaría|parece|sigue siendo|es también|es asimismo|es por tanto', 'necesario|preciso|esencial|importante|conveniente|imprescindible|indispensable|fundamental|urgente|oportuno|deseable|aconsejable|recomendable|útil|imperativo|prioritario|crucial')}|
      conviene|conviene que|hace falta|convendría|habría que|hay que|se necesita|se necesitan|corresponde a|corresponde al|
      corresponderá a|corresponderá al|incumbe a|incumbe al|compete a|compete al`,
    say: `manifestaron|explicaron|afirmaron|subrayaron|respondieron|informaron|expresaron|destacaron|sostuvieron|
      aseguraron|dijeron|alegó|alegaron|apuntó|apuntaron|opinó|opinaron|admitió|reconoció|anunció|anunciaron|indicó|indicaron|declaró|declararon|dijo|señaló|señalaron|manifestó|explicó|afirmó|subrayó|respondió|
      informó|expresó|destacó|sostuvo|aseguró`,
    agree: 'acordó|convino|decidió|concluyó|acordaron|convinieron',
    note: `observa|toma nota|acoge con satisfacción|celebra|acoge con beneplácito|lamenta|recuerda|reconoce|reafirma|
      preocupa|expresa|agradece|encomia|felicita|constata|reitera su preocupación|toma conocimiento|decide|aprueba|
      subraya|destaca`,
    body: `comité|subcomité|subcomisión|defensor del pueblo|comisión|consejo|conferencia|asamblea|tribunal|corte|junta|grupo de trabajo|relator|contraloría|
      auditoría|reunión|grupo|asamblea general|congreso|oficina|inspectores`,
    first: 'nosotros|yo',
    pronoun: 'lo|le|les|ellos',
    agent: `estado|estados|estado parte|estados partes|estados miembros|gobierno|gobiernos|ministerio|ministerios|
      ministro|dirección general|direcciones|secretario general|secretaría|organismo|organismos|autoridades|autoridad|oficina|comité|país|países|
      partes|donantes|miembros|organización|organizaciones|fondo|instituciones|institución|municipios|municipalidades|
      tribunales|policía|empresas|bancos|parlamento|congreso|dirección|servicio|entidades|entidad|universidades|
      sociedad|sector privado|administración|departamento|consejo|jueces|fiscalía|agencia|comarcas|ayuntamientos|
      provincias|regiones|departamentos|organismos|comunidades autónomas|ayuntamiento|ayuntamientos|comunidad autónoma|consejería|consejerías|cabildo|cabildos|centros|contraloría|presidencia|ejecutivo|diputación|agencias|ministerios públicos`,
    thing: 'informe|informes|cuadro|resultados|documento|recomendaciones|cifras|costos',
    rule: `ley|leyes|reglamento|código|artículo|convenio|convención|decreto|manual|normas|norma|contrato|constitución|
      directiva|estatuto|procedimiento`,
    ruleVerb: 'establece|establecen|dispone|exige|exigen|prevé|prescribe|estipula',
    perfect: 'debería haber|debió|deberían haber|había recomendado|había pedido|había solicitado',
    remark: 'cabe señalar|debe señalarse|cabe recordar|debe tenerse en cuenta|hay que señalar',
    condition: 'si|a menos que|en caso de que',
    answer: 'respuesta|respuesta de la administración|respuesta del ministerio',
    thanks: 'agradece a|da las gracias|desea agradecer|expresa su agradecimiento',
    seized: 'seguir ocupándose',
    preamble: `recordando|observando|reafirmando|consciente|teniendo|habiendo|considerando|subrayando|convencida|
      convencido|guiada|acogiendo|reconociendo|destacando|expresando`,
    leading: `antes|cuando|a más tardar|en|a|al|para|con|según|de conformidad|recordando|teniendo|si bien|aunque|a la luz|sobre|por|tras|durante|
      desde|sin|conforme`,
    lawful: 'según la ley|de conformidad con la ley|en virtud de|según el|según la|según los|según las|a juicio de',
    and: 'y|e|pero|o',
    that: 'que',
    none: 'ha solicitado|ha pedido|se pide nota|han solicitado',
  },
  asking: `recomendación|recomendaciones|propuestas|acciones recomendadas|acciones de mejora|medidas propuestas|medidas recomendadas|medidas prioritarias|difusión|plan de acción|seguimiento|
    difusión y seguimiento`,
  telling: `introducción|antecedentes|objetivo|objetivos|metodología|alcance|hallazgos|aspectos positivos|
    agradecimientos|respuestas|debate|debate general|apertura|clausura|resumen|conclusión`,
  conclusions: 'conclusiones',
  meeting: 'la conferencia acordó|se acordó|se convino|hubo acuerdo',
  attended: 'oradores|delegaciones|formularon declaraciones|participantes',
  personal: 'recomendamos|recomiendo|examen periódico universal',
  lists: 'recomendaciones siguientes|siguientes recomendaciones|recomendaciones|medidas siguientes|siguientes medidas',
}
