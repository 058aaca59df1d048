package app.novelo.bench;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Copies of something real with all its rows, each under ids of its own.
 *
 * @param ids of the template: wherever one stands in a row, the copy has another
 */
record Copies(Store store, Set<String> ids) {

    /** Each row as JSON, with another value wherever one of the template's ids stands. */
    void make(String table, String where, int from, int to) throws SQLException {
        var columns = store.texts(
                "select column_name from information_schema.columns where table_schema || '.' || table_name = '"
                        + table
                        + "' and data_type in ('uuid', 'text', 'character varying') and is_generated = 'NEVER'");
        var changed = columns.stream()
                .map(column -> "'" + column + "', case when t." + column + "::text in (" + quoted(ids) + ") then "
                        + other("t." + column + "::text") + " else t." + column + "::text end")
                .collect(Collectors.joining(", "));
        store.execute("insert into " + table + " select r.* from (select * from " + table + " where " + where
                + ") t, generate_series(" + (from + 1)
                + ", "
                + to + ") n, lateral jsonb_populate_record(null::" + table
                + ", to_jsonb(t) || jsonb_build_object("
                + changed + ")) r");
    }

    /** Our ids are uuids, the engine's and the cases' are words. */
    private static String other(String value) {
        return "case when " + value + " ~ '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-' then md5(" + value
                + " || n)::uuid::text else " + value + " || '-' || n end";
    }

    static String quoted(Iterable<String> values) {
        var quoted = new StringBuilder();
        values.forEach(value ->
                quoted.append(quoted.isEmpty() ? "'" : ", '").append(value).append('\''));
        return quoted.toString();
    }
}
