/**
 * Where Novelo keeps its rows: a PostgreSQL of its own in the data folder, or the one that {@code NOVELO_DATABASE_URL}
 * names.
 */
@NullMarked
package app.novelo.platform.internal.database;

import org.jspecify.annotations.NullMarked;
