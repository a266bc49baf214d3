-- A list of what nobody owns is sorted by the due dates of those assignments: the index answers that alone.

-- DropIndex
DROP INDEX "assignments_acting_owner_id_status_recommendation_id_idx";

-- CreateIndex
CREATE INDEX "assignments_acting_owner_id_status_due_on_recommendation_id_idx" ON "assignments"("acting_owner_id", "status", "due_on", "recommendation_id");
