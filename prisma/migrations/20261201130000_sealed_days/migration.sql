-- The assignments of the whole register at the end of days that are over, so that a trend need not count every earlier state again. A cache:
-- rows are written when they are first asked for, and can be deleted at any time. `zone` is the time zone in which the day
-- ended. `archived` identifies the documents that are archived, because they count on no day.

-- CreateTable
CREATE TABLE "sealed_days" (
    "zone" TEXT NOT NULL,
    "archived" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "by_status" JSON NOT NULL,
    "overdue" INTEGER NOT NULL,

    CONSTRAINT "sealed_days_pkey" PRIMARY KEY ("zone","archived","day")
);
