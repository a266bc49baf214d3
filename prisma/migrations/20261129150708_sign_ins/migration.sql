CREATE TYPE "sign_in_outcome" AS ENUM ('password', 'provider', 'wrong_password', 'blocked', 'closed');

CREATE TABLE "sign_ins" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "sign_in_outcome" NOT NULL,
    "network" TEXT,
    "agent" TEXT,

    CONSTRAINT "sign_ins_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "sign_ins_user_id_at_id_idx" ON "sign_ins"("user_id", "at", "id");

ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
