CREATE TYPE "token_scope" AS ENUM ('read', 'report', 'manage');

ALTER TABLE "tokens" ADD COLUMN "scope" "token_scope" NOT NULL DEFAULT 'manage';

-- Tokens made before there were scopes keep the widest one that their owner's role allows.
update tokens t
set scope = case u.role when 'viewer' then 'read' else 'report' end::token_scope
from users u
where u.id = t.user_id and u.role in ('viewer', 'focal_point');
