-- People are listed by name; failures that are forgotten are removed by their age.
CREATE INDEX "users_name_id_idx" ON "users"("name", "id");
CREATE INDEX "sign_in_failures_window_start_idx" ON "sign_in_failures"("window_start");
