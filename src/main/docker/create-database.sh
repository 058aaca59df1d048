#!/bin/sh
# Run once by the postgres image, on an empty data folder: the application's role owns its database and is nothing else.
set -eu
: "${NOVELO_DATABASE_PASSWORD:?}"
psql -v ON_ERROR_STOP=1 -v password="$NOVELO_DATABASE_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role novelo login password :'password' nosuperuser nocreatedb nocreaterole;
create database novelo owner novelo template template0 encoding 'UTF8';
SQL
