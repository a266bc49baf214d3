-- An index that nothing reads. Each change of an assignment wrote it twice, for the version that ends and the one that begins.

-- DropIndex
DROP INDEX "assignment_versions_recommendation_id_valid_from_valid_to_idx";
