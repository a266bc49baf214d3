import accountLinks from './en/account-links.json'
import answer from './en/answer.json'
import apiErrors from './en/api-errors.json'
import asOf from './en/as-of.json'
import assignment from './en/assignment.json'
import assignmentRole from './en/assignment-role.json'
import audience from './en/audience.json'
import bulk from './en/bulk.json'
import changes from './en/changes.json'
import citation from './en/citation.json'
import closure from './en/closure.json'
import common from './en/common.json'
import copy from './en/copy.json'
import csv from './en/csv.json'
import cycle from './en/cycle.json'
import dashboard from './en/dashboard.json'
import dates from './en/dates.json'
import details from './en/details.json'
import document from './en/document.json'
import documents from './en/documents.json'
import due from './en/due.json'
import erasure from './en/erasure.json'
import { errors } from './en/errors'
import evidence from './en/evidence.json'
import exported from './en/export.json'
import failure from './en/failure.json'
import forgotPassword from './en/forgot-password.json'
import form from './en/form.json'
import gettingStarted from './en/getting-started.json'
import group from './en/group.json'
import health from './en/health.json'
import { history } from './en/history'
import { imports } from './en/imports'
import instance from './en/instance.json'
import kind from './en/kind.json'
import letter from './en/letter.json'
import list from './en/list.json'
import mail from './en/mail.json'
import mentions from './en/mentions.json'
import menu from './en/menu.json'
import myWork from './en/my-work.json'
import notifications from './en/notifications.json'
import number from './en/number.json'
import organization from './en/organization.json'
import organizations from './en/organizations.json'
import people from './en/people.json'
import plainPage from './en/plain-page.json'
import plan from './en/plan.json'
import position from './en/position.json'
import print from './en/print.json'
import progress from './en/progress.json'
import publications from './en/publications.json'
import reason from './en/reason.json'
import { recommendation } from './en/recommendation'
import reminder from './en/reminder.json'
import report from './en/report.json'
import reportDraft from './en/report-draft.json'
import review from './en/review.json'
import reviews from './en/reviews.json'
import role from './en/role.json'
import settings from './en/settings.json'
import setup from './en/setup.json'
import sheets from './en/sheets.json'
import shell from './en/shell.json'
import signIn from './en/sign-in.json'
import status from './en/status.json'
import theme from './en/theme.json'
import trend from './en/trend.json'
import unsubscribe from './en/unsubscribe.json'
import verification from './en/verification.json'
import verify from './en/verify.json'

/** Every text of the interface, in English: the first part of a text's key names the file or the folder that has it. */
export const en = {
  plainPage,
  errors,
  apiErrors,
  report,
  reportDraft,
  letter,
  reminder,
  dates,
  answer,
  plan,
  position,
  evidence,
  export: exported,
  review,
  reviews,
  notifications,
  unsubscribe,
  verify,
  status,
  kind,
  csv,
  list,
  bulk,
  number,
  cycle,
  dashboard,
  theme,
  trend,
  gettingStarted,
  myWork,
  progress,
  publications,
  closure,
  verification,
  audience,
  role,
  asOf,
  assignment,
  assignmentRole,
  common,
  sheets,
  shell,
  erasure,
  people,
  signIn,
  setup,
  mentions,
  menu,
  citation,
  mail,
  health,
  history,
  due,
  accountLinks,
  copy,
  settings,
  reason,
  recommendation,
  changes,
  organizations,
  organization,
  group,
  documents,
  document,
  details,
  print,
  forgotPassword,
  imports,
  instance,
  failure,
  form,
}
