-- Tables as Prisma writes them; by hand: the extensions, the functions of the generated columns, and those columns.

CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "role" AS ENUM ('viewer', 'focal_point', 'reviewer', 'coordinator', 'administrator');

-- CreateEnum
CREATE TYPE "membership_kind" AS ENUM ('main', 'alternate');

-- CreateEnum
CREATE TYPE "link_kind" AS ENUM ('setup', 'invite', 'reset');

-- CreateEnum
CREATE TYPE "kind" AS ENUM ('action', 'finding');

-- CreateEnum
CREATE TYPE "assignment_role" AS ENUM ('lead', 'contributing');

-- CreateEnum
CREATE TYPE "position" AS ENUM ('pending', 'accepted', 'partially_accepted', 'not_accepted');

-- CreateEnum
CREATE TYPE "progress" AS ENUM ('not_started', 'in_progress', 'partially_implemented', 'implemented');

-- CreateEnum
CREATE TYPE "verification" AS ENUM ('none', 'submitted', 'verified', 'verified_alternative', 'returned');

-- CreateEnum
CREATE TYPE "closure" AS ENUM ('superseded', 'no_longer_applicable', 'not_accepted', 'made_in_error');

-- CreateEnum
CREATE TYPE "assignment_status" AS ENUM ('not_started', 'in_progress', 'partially_implemented', 'implemented', 'verified', 'closed');

-- CreateEnum
CREATE TYPE "recommendation_status" AS ENUM ('unassigned', 'noted', 'not_started', 'in_progress', 'implemented', 'verified', 'closed');

-- CreateEnum
CREATE TYPE "report_state" AS ENUM ('draft', 'submitted');

-- CreateEnum
CREATE TYPE "audience" AS ENUM ('organization', 'internal', 'public');

-- Statuses: the rules behind the generated columns ----------------------------------------------------------------

-- A standard body is bound to its types when it is made, so that a restore, which has no search path, can call it.
-- Its answer is stored: after a change of the rule, drop the column and add it again.
create function status_of_assignment(closure closure, verification verification, progress progress)
returns assignment_status language sql immutable
return case
  when closure is not null then 'closed'::assignment_status
  when verification in ('verified', 'verified_alternative') then 'verified'
  when progress = 'implemented' then 'implemented'
  when progress = 'partially_implemented' then 'partially_implemented'
  when progress = 'in_progress' then 'in_progress'
  else 'not_started'
end;

create function status_of_recommendation(
  closure closure, kind kind, open int, begun int, implemented int, verified int, closed int)
returns recommendation_status language sql immutable
return case
  when closure is not null then 'closed'::recommendation_status
  when open = 0 and closed > 0 then 'closed'
  when open = 0 and kind = 'finding' then 'noted'
  when open = 0 then 'unassigned'
  when verified = open then 'verified'
  when implemented = open then 'implemented'
  when begun > 0 then 'in_progress'
  else 'not_started'
end;

-- What the search finds: the title before the quote, the themes after both.
create function search_of_recommendation(title text, quote text, themes text[])
returns tsvector language sql immutable
return setweight(to_tsvector('english'::regconfig, title), 'A')
  || setweight(to_tsvector('english'::regconfig, quote), 'B')
  || setweight(to_tsvector('english'::regconfig, array_to_string(themes, ' ')), 'C');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "password_hash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identities" (
    "user_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identities_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "memberships" (
    "user_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "kind" "membership_kind" NOT NULL DEFAULT 'main',

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("user_id","organization_id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "agent" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tokens" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "links" (
    "id" UUID NOT NULL,
    "kind" "link_kind" NOT NULL,
    "user_id" UUID,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_failures" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_failures_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "merged_into_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "groups" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_members" (
    "group_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "group_members_pkey" PRIMARY KEY ("group_id","organization_id")
);

-- CreateTable
CREATE TABLE "documents" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "symbol" TEXT,
    "body" TEXT,
    "dated" DATE,
    "place" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "distribution" TEXT,
    "job_number" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "editions" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "editions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paragraphs" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "parent_id" UUID,
    "heading" TEXT,
    "text" TEXT NOT NULL,

    CONSTRAINT "paragraphs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendations" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "document_id" UUID NOT NULL,
    "paragraph_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "kind" NOT NULL DEFAULT 'action',
    "themes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "closure" "closure",
    "closure_reason_id" UUID,
    "open_count" INTEGER NOT NULL DEFAULT 0,
    "begun_count" INTEGER NOT NULL DEFAULT 0,
    "implemented_count" INTEGER NOT NULL DEFAULT 0,
    "verified_count" INTEGER NOT NULL DEFAULT 0,
    "closed_count" INTEGER NOT NULL DEFAULT 0,
    "next_due_on" DATE,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" "recommendation_status" NOT NULL GENERATED ALWAYS AS (status_of_recommendation(closure, kind, open_count, begun_count, implemented_count, verified_count, closed_count)) STORED,
    "search" tsvector GENERATED ALWAYS AS (search_of_recommendation(title, quote, themes)) STORED,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "recommendations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "addressees" (
    "id" UUID NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "organization_id" UUID,
    "group_id" UUID,

    CONSTRAINT "addressees_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "id" UUID NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "via_group_id" UUID,
    "role" "assignment_role" NOT NULL DEFAULT 'contributing',
    "owner_id" UUID,
    "due_on" DATE,
    "original_due_on" DATE,
    "position" "position" NOT NULL DEFAULT 'pending',
    "position_reason_id" UUID,
    "progress" "progress" NOT NULL DEFAULT 'not_started',
    "verification" "verification" NOT NULL DEFAULT 'none',
    "closure" "closure",
    "closure_reason_id" UUID,
    "status" "assignment_status" NOT NULL GENERATED ALWAYS AS (status_of_assignment(closure, verification, progress)) STORED,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reasons" (
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "reasons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress_reports" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "progress" "progress" NOT NULL,
    "narrative" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "on_behalf" BOOLEAN NOT NULL DEFAULT false,
    "state" "report_state" NOT NULL DEFAULT 'draft',
    "submitted_at" TIMESTAMPTZ(3),
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "progress_reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annotations" (
    "id" UUID NOT NULL,
    "paragraph_id" UUID NOT NULL,
    "recommendation_id" UUID,
    "parent_id" UUID,
    "start" INTEGER,
    "end" INTEGER,
    "author_id" UUID NOT NULL,
    "audience" "audience" NOT NULL DEFAULT 'internal',
    "organization_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "annotations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annotation_revisions" (
    "id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "annotation_revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "change" UUID NOT NULL,
    "actor_id" UUID,
    "kind" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "recommendation_id" UUID,
    "audience" "audience" NOT NULL,
    "organization_id" UUID,
    "body" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "recommendation_versions" (
    "id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3) NOT NULL,
    "change" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "kind" NOT NULL,
    "themes" TEXT[],
    "closure" "closure",
    "open_count" INTEGER NOT NULL,
    "begun_count" INTEGER NOT NULL,
    "implemented_count" INTEGER NOT NULL,
    "verified_count" INTEGER NOT NULL,
    "closed_count" INTEGER NOT NULL,
    "next_due_on" DATE,
    "status" "recommendation_status" NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "recommendation_versions_pkey" PRIMARY KEY ("id","valid_from")
);

-- CreateTable
CREATE TABLE "assignment_versions" (
    "id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3) NOT NULL,
    "change" UUID NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "via_group_id" UUID,
    "role" "assignment_role" NOT NULL,
    "owner_id" UUID,
    "due_on" DATE,
    "original_due_on" DATE,
    "position" "position" NOT NULL,
    "progress" "progress" NOT NULL,
    "verification" "verification" NOT NULL,
    "closure" "closure",
    "status" "assignment_status" NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "assignment_versions_pkey" PRIMARY KEY ("id","valid_from")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "identities_user_id_idx" ON "identities"("user_id");

-- CreateIndex
CREATE INDEX "memberships_organization_id_idx" ON "memberships"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_hash_key" ON "sessions"("hash");

-- CreateIndex
CREATE INDEX "sessions_user_id_revoked_at_idx" ON "sessions"("user_id", "revoked_at");

-- CreateIndex
CREATE UNIQUE INDEX "tokens_hash_key" ON "tokens"("hash");

-- CreateIndex
CREATE INDEX "tokens_user_id_idx" ON "tokens"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "links_hash_key" ON "links"("hash");

-- CreateIndex
CREATE INDEX "links_user_id_idx" ON "links"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "organizations_slug_key" ON "organizations"("slug");

-- CreateIndex
CREATE INDEX "organizations_merged_into_id_idx" ON "organizations"("merged_into_id");

-- CreateIndex
CREATE UNIQUE INDEX "groups_slug_key" ON "groups"("slug");

-- CreateIndex
CREATE INDEX "group_members_organization_id_idx" ON "group_members"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "documents_code_key" ON "documents"("code");

-- CreateIndex
CREATE UNIQUE INDEX "editions_document_id_number_key" ON "editions"("document_id", "number");

-- CreateIndex
CREATE INDEX "paragraphs_parent_id_idx" ON "paragraphs"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "paragraphs_edition_id_ordinal_key" ON "paragraphs"("edition_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "recommendations_key_key" ON "recommendations"("key");

-- CreateIndex
CREATE INDEX "recommendations_document_id_ordinal_start_id_idx" ON "recommendations"("document_id", "ordinal", "start", "id");

-- CreateIndex
CREATE INDEX "recommendations_document_id_status_idx" ON "recommendations"("document_id", "status");

-- CreateIndex
CREATE INDEX "recommendations_paragraph_id_idx" ON "recommendations"("paragraph_id");

-- CreateIndex
CREATE INDEX "recommendations_status_document_id_idx" ON "recommendations"("status", "document_id");

-- CreateIndex
CREATE INDEX "recommendations_changed_at_id_idx" ON "recommendations"("changed_at", "id");

-- CreateIndex
CREATE INDEX "recommendations_next_due_on_id_idx" ON "recommendations"("next_due_on", "id");

-- CreateIndex
CREATE INDEX "recommendations_themes_idx" ON "recommendations" USING GIN ("themes");

-- CreateIndex
CREATE INDEX "recommendations_search_idx" ON "recommendations" USING GIN ("search");

-- CreateIndex
CREATE INDEX "addressees_organization_id_idx" ON "addressees"("organization_id");

-- CreateIndex
CREATE INDEX "addressees_group_id_idx" ON "addressees"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "addressees_recommendation_id_position_key" ON "addressees"("recommendation_id", "position");

-- CreateIndex
CREATE INDEX "assignments_organization_id_status_recommendation_id_idx" ON "assignments"("organization_id", "status", "recommendation_id");

-- CreateIndex
CREATE INDEX "assignments_owner_id_status_recommendation_id_idx" ON "assignments"("owner_id", "status", "recommendation_id");

-- CreateIndex
CREATE INDEX "assignments_via_group_id_recommendation_id_idx" ON "assignments"("via_group_id", "recommendation_id");

-- CreateIndex
CREATE INDEX "assignments_status_due_on_recommendation_id_idx" ON "assignments"("status", "due_on", "recommendation_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignments_recommendation_id_organization_id_key" ON "assignments"("recommendation_id", "organization_id");

-- CreateIndex
CREATE INDEX "progress_reports_assignment_id_submitted_at_idx" ON "progress_reports"("assignment_id", "submitted_at");

-- CreateIndex
CREATE INDEX "annotations_paragraph_id_idx" ON "annotations"("paragraph_id");

-- CreateIndex
CREATE INDEX "annotations_recommendation_id_created_at_idx" ON "annotations"("recommendation_id", "created_at");

-- CreateIndex
CREATE INDEX "annotations_parent_id_idx" ON "annotations"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "annotation_revisions_annotation_id_number_key" ON "annotation_revisions"("annotation_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "events_previous_hash_key" ON "events"("previous_hash");

-- CreateIndex
CREATE UNIQUE INDEX "events_hash_key" ON "events"("hash");

-- CreateIndex
CREATE INDEX "events_change_idx" ON "events"("change");

-- CreateIndex
CREATE INDEX "events_subject_type_subject_id_seq_idx" ON "events"("subject_type", "subject_id", "seq");

-- CreateIndex
CREATE INDEX "events_recommendation_id_seq_idx" ON "events"("recommendation_id", "seq");

-- CreateIndex
CREATE INDEX "recommendation_versions_valid_from_valid_to_status_idx" ON "recommendation_versions"("valid_from", "valid_to", "status");

-- CreateIndex
CREATE INDEX "assignment_versions_recommendation_id_valid_from_valid_to_idx" ON "assignment_versions"("recommendation_id", "valid_from", "valid_to");

-- CreateIndex
CREATE INDEX "assignment_versions_valid_from_valid_to_status_idx" ON "assignment_versions"("valid_from", "valid_to", "status");

-- AddForeignKey
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "links" ADD CONSTRAINT "links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "organizations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "editions" ADD CONSTRAINT "editions_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paragraphs" ADD CONSTRAINT "paragraphs_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "editions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paragraphs" ADD CONSTRAINT "paragraphs_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "paragraphs"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_paragraph_id_fkey" FOREIGN KEY ("paragraph_id") REFERENCES "paragraphs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_closure_reason_id_fkey" FOREIGN KEY ("closure_reason_id") REFERENCES "reasons"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressees" ADD CONSTRAINT "addressees_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressees" ADD CONSTRAINT "addressees_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressees" ADD CONSTRAINT "addressees_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_via_group_id_fkey" FOREIGN KEY ("via_group_id") REFERENCES "groups"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_position_reason_id_fkey" FOREIGN KEY ("position_reason_id") REFERENCES "reasons"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_closure_reason_id_fkey" FOREIGN KEY ("closure_reason_id") REFERENCES "reasons"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reasons" ADD CONSTRAINT "reasons_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_reports" ADD CONSTRAINT "progress_reports_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_reports" ADD CONSTRAINT "progress_reports_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_paragraph_id_fkey" FOREIGN KEY ("paragraph_id") REFERENCES "paragraphs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "annotations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_revisions" ADD CONSTRAINT "annotation_revisions_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

