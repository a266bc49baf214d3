-- Documents on their way in, each for its author alone.

-- CreateTable
CREATE TABLE "document_drafts" (
    "id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "particulars" JSONB NOT NULL,
    "pasted" TEXT NOT NULL,
    "marks" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "document_drafts_author_id_updated_at_idx" ON "document_drafts"("author_id", "updated_at");

-- AddForeignKey
ALTER TABLE "document_drafts" ADD CONSTRAINT "document_drafts_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
