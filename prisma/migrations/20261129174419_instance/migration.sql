-- How the instance presents itself: one row, in which nothing is set at first. The hash of the logo is checked here, so
-- that history, which names it, tells of these very bytes.
create table "instance" (
  "id" uuid not null,
  "name" text,
  "contact_name" text,
  "contact_address" text,
  "contact_words" text,
  "logo" bytea,
  "logo_hash" text,
  "logo_type" text,
  "logo_width" integer,
  "logo_height" integer,
  "version" integer not null default 1,

  constraint "instance_pkey" primary key ("id"),
  constraint "instance_one" check (id = '00000000-0000-0000-0000-000000000001'),
  constraint "instance_logo" check (
    num_nonnulls(logo, logo_hash, logo_type, logo_width, logo_height) = 0
    or (
      num_nonnulls(logo, logo_hash, logo_type, logo_width, logo_height) = 5
      and logo_hash = encode(sha256(logo), 'hex')
      and logo_type in ('image/png', 'image/jpeg', 'image/webp')
      and octet_length(logo) <= 204800
    )
  )
);

insert into "instance" ("id") values ('00000000-0000-0000-0000-000000000001');
