/** Debian's PgBouncer, where it is installed. */
export const pgbouncer = '/usr/sbin/pgbouncer'

/** Debian's clamd, where it is installed. */
export const clamd = '/usr/sbin/clamd'

/** The servers of OpenStack Swift, which speaks S3, where Debian's packages are installed. */
export const swift = { bin: '/usr/bin', proxy: '/usr/bin/swift-proxy-server', memcached: '/usr/bin/memcached' }

/** The oldest PostgreSQL that Followthrough supports, where Debian's package of it is installed. */
export const debian = {
  initdb: '/usr/lib/postgresql/15/bin/initdb',
  postgres: '/usr/lib/postgresql/15/bin/postgres',
}

/** Debian's LibreOffice, where it is installed. */
export const soffice = '/usr/bin/soffice'
