-- A coordinator reminds those who act on an assignment.
alter type notification_kind add value 'reminded' before 'owner_left';
