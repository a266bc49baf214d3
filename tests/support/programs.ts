/** Debian's PgBouncer, where it is installed. */
export const pgbouncer = '/usr/sbin/pgbouncer'

/** The oldest PostgreSQL that Followthrough supports, where Debian's package of it is installed. */
export const debian = {
  initdb: '/usr/lib/postgresql/15/bin/initdb',
  postgres: '/usr/lib/postgresql/15/bin/postgres',
}
