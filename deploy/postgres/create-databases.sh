#!/bin/sh
# For each service named in KAREZ_DATABASES the database karez_<service> and two roles: karez_<service>_owner migrates,
# karez_<service> reads and writes rows.
# The official image runs it once, on an empty data folder. Passwords: KAREZ_DB_PASSWORD_<SERVICE> and KAREZ_DB_PASSWORD_<SERVICE>_OWNER.
set -eu

for service in $KAREZ_DATABASES; do
  upper=$(printf '%s' "$service" | tr 'a-z-' 'A-Z_')
  KAREZ_RUNTIME="karez_$(printf '%s' "$service" | tr '-' '_')"
  export KAREZ_RUNTIME KAREZ_OWNER="${KAREZ_RUNTIME}_owner"
  psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<SQL
\getenv runtime KAREZ_RUNTIME
\getenv owner KAREZ_OWNER
\getenv runtime_password KAREZ_DB_PASSWORD_${upper}
\getenv owner_password KAREZ_DB_PASSWORD_${upper}_OWNER
CREATE ROLE :"owner" LOGIN PASSWORD :'owner_password';
CREATE ROLE :"runtime" LOGIN PASSWORD :'runtime_password';
CREATE DATABASE :"runtime" OWNER :"owner" ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0;
REVOKE ALL ON DATABASE :"runtime" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"runtime" TO :"runtime";
SQL
  psql --no-psqlrc --set ON_ERROR_STOP=1 --set owner="$KAREZ_OWNER" --set runtime="$KAREZ_RUNTIME" \
    --username "$POSTGRES_USER" --dbname "$KAREZ_RUNTIME" --file /etc/karez/service-database.sql
done
