import countries from 'world-countries'

/** The official name of a Member State if it differs from its everyday name. */
const ownNames: Partial<Record<string, string>> = {
  BOL: 'Bolivia (Plurinational State of)',
  BRN: 'Brunei Darussalam',
  CIV: "Côte d'Ivoire",
  COD: 'Democratic Republic of the Congo',
  COG: 'Congo',
  CPV: 'Cabo Verde',
  FSM: 'Micronesia (Federated States of)',
  GBR: 'United Kingdom of Great Britain and Northern Ireland',
  IRN: 'Iran (Islamic Republic of)',
  KOR: 'Republic of Korea',
  LAO: "Lao People's Democratic Republic",
  MDA: 'Republic of Moldova',
  NLD: 'Netherlands (Kingdom of the)',
  PRK: "Democratic People's Republic of Korea",
  RUS: 'Russian Federation',
  STP: 'Sao Tome and Principe',
  SYR: 'Syrian Arab Republic',
  TZA: 'United Republic of Tanzania',
  USA: 'United States of America',
  VEN: 'Venezuela (Bolivarian Republic of)',
  VNM: 'Viet Nam',
}

/** An observer, which the package lists as a member. */
const holySee = 'VAT'

/** The 193 Member States of the United Nations: the name of each, and other names under which it may already exist. */
export const memberStates = countries
  .filter(({ unMember, cca3 }) => unMember && cca3 !== holySee)
  .map(({ cca3, name: { common, official } }) => ({ name: ownNames[cca3] ?? common, others: [common, official] }))
  .sort((one, other) => one.name.localeCompare(other.name, 'en'))
