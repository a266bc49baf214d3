-- The history of one noun, newest first, reads one index however long the history is.
CREATE INDEX "events_subject_type_seq_idx" ON "events"("subject_type", "seq");
