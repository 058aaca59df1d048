package app.novelo.sandbox.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What Meta thinks of the numbers. */
@SandboxOnly
@Repository("sandboxLineHealths")
class LineHealths {

    private final JdbcClient jdbc;

    LineHealths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    LineHealth of(Line line) {
        return jdbc.sql(
                        """
                        select id, verified_name, name_status, quality, throughput, status, on_app
                        from sandbox.line where id = ?""")
                .param(line.id())
                .query(LineHealth.class)
                .single();
    }

    /** Null leaves a field as it is. */
    record Change(
            @Nullable String verifiedName,
            @Nullable String nameStatus,
            Template.@Nullable Quality quality,
            @Nullable String throughput,
            LineHealth.@Nullable Status status,
            @Nullable Boolean onApp) {

        static final Change ON_APP = new Change(null, null, null, null, null, true);
    }

    LineHealth change(Line line, Change change) {
        jdbc.sql(
                        """
                        update sandbox.line set verified_name = coalesce(:name, verified_name),
                          name_status = coalesce(:nameStatus, name_status), quality = coalesce(:quality, quality),
                          throughput = coalesce(:throughput, throughput), status = coalesce(:status, status),
                          on_app = coalesce(:onApp, on_app)
                        where id = :id""")
                .param("name", change.verifiedName())
                .param("nameStatus", change.nameStatus())
                .param("quality", name(change.quality()))
                .param("throughput", change.throughput())
                .param("status", name(change.status()))
                .param("onApp", change.onApp())
                .param("id", line.id())
                .update();
        return of(line);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
