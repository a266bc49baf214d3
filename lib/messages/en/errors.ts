import annotations from './errors/annotations.json'
import assignments from './errors/assignments.json'
import cycles from './errors/cycles.json'
import documents from './errors/documents.json'
import dueDates from './errors/due-dates.json'
import erasures from './errors/erasures.json'
import evidence from './errors/evidence.json'
import files from './errors/files.json'
import filters from './errors/filters.json'
import forms from './errors/forms.json'
import imports from './errors/imports.json'
import instance from './errors/instance.json'
import notifications from './errors/notifications.json'
import organizations from './errors/organizations.json'
import people from './errors/people.json'
import plans from './errors/plans.json'
import positions from './errors/positions.json'
import publications from './errors/publications.json'
import recommendations from './errors/recommendations.json'
import reports from './errors/reports.json'
import requests from './errors/requests.json'
import reviews from './errors/reviews.json'
import sheets from './errors/sheets.json'
import signIn from './errors/sign-in.json'

/** The texts of the errors that people can cause, by code. */
export const errors = {
  ...annotations,
  ...assignments,
  ...cycles,
  ...documents,
  ...dueDates,
  ...erasures,
  ...evidence,
  ...files,
  ...filters,
  ...forms,
  ...imports,
  ...instance,
  ...notifications,
  ...organizations,
  ...people,
  ...plans,
  ...positions,
  ...publications,
  ...recommendations,
  ...reports,
  ...requests,
  ...reviews,
  ...sheets,
  ...signIn,
}
