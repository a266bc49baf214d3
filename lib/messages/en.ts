import assignment from './en/assignment.json'
import assignmentRole from './en/assignment-role.json'
import audience from './en/audience.json'
import bulk from './en/bulk.json'
import changes from './en/changes.json'
import closure from './en/closure.json'
import common from './en/common.json'
import csv from './en/csv.json'
import dashboard from './en/dashboard.json'
import dayOne from './en/day-one.json'
import document from './en/document.json'
import documents from './en/documents.json'
import draft from './en/draft.json'
import due from './en/due.json'
import errors from './en/errors.json'
import failure from './en/failure.json'
import forPrograms from './en/for-programs.json'
import forgotten from './en/forgotten.json'
import form from './en/form.json'
import group from './en/group.json'
import health from './en/health.json'
import history from './en/history.json'
import instance from './en/instance.json'
import kind from './en/kind.json'
import links from './en/links.json'
import list from './en/list.json'
import mail from './en/mail.json'
import menu from './en/menu.json'
import number from './en/number.json'
import once from './en/once.json'
import one from './en/one.json'
import organization from './en/organization.json'
import people from './en/people.json'
import place from './en/place.json'
import places from './en/places.json'
import plain from './en/plain.json'
import print from './en/print.json'
import progress from './en/progress.json'
import report from './en/report.json'
import role from './en/role.json'
import settings from './en/settings.json'
import setup from './en/setup.json'
import shell from './en/shell.json'
import signIn from './en/sign-in.json'
import status from './en/status.json'
import verification from './en/verification.json'
import work from './en/work.json'

/** Every text of the interface, in English: the first part of a text's key is the file in which it stands. */
export const en = {
  plain,
  errors,
  forPrograms,
  report,
  status,
  kind,
  csv,
  list,
  bulk,
  number,
  dashboard,
  dayOne,
  work,
  progress,
  closure,
  verification,
  audience,
  role,
  assignment,
  assignmentRole,
  common,
  shell,
  people,
  signIn,
  setup,
  menu,
  place,
  mail,
  health,
  history,
  due,
  links,
  once,
  settings,
  one,
  changes,
  places,
  organization,
  group,
  documents,
  document,
  draft,
  print,
  forgotten,
  instance,
  failure,
  form,
}
