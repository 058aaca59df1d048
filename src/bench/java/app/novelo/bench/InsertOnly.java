package app.novelo.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** Floor of acknowledging: the same Tomcat, pool and driver; one insert, one commit, 200. Nothing is checked or woken. */
final class InsertOnly {

    private static final String PATH = "/webhooks/whatsapp";

    private InsertOnly() {}

    /** Arguments: port, JDBC URL, user, password, working folder. */
    public static void main(String... arguments) throws LifecycleException, SQLException {
        var pool = new HikariConfig();
        pool.setJdbcUrl(arguments[1]);
        pool.setUsername(arguments[2]);
        pool.setPassword(arguments[3]);
        pool.setMaximumPoolSize(20);
        var database = new HikariDataSource(pool);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table raw (id bigint generated always as identity primary key, received_at timestamptz not null default now(), body bytea not null)");
        }
        var tomcat = new Tomcat();
        tomcat.setBaseDir(arguments[4]);
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(Integer.parseInt(arguments[0]));
        tomcat.getConnector();
        var context = tomcat.addContext("", Path.of(arguments[4]).toString());
        Tomcat.addServlet(context, "insert", new Door(database));
        context.addServletMappingDecoded(PATH, "insert");
        tomcat.start();
        tomcat.getServer().await();
    }

    static ChildProcess start(int port, PostgresServer server, Path work) throws IOException {
        return ChildProcess.start(
                List.of(
                        ChildProcess.java(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InsertOnly.class.getName(),
                        Integer.toString(port),
                        server.url("floor"),
                        "novelo",
                        server.password(),
                        work.toString()),
                Map.of(),
                work.resolve("insert-only.log"));
    }

    /** One webhook. */
    private static final class Door extends HttpServlet {

        private static final long serialVersionUID = 1L;
        private final transient HikariDataSource database;

        Door(HikariDataSource database) {
            this.database = database;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try (var connection = database.getConnection();
                    var insert = connection.prepareStatement("insert into raw (body) values (?)")) {
                insert.setBytes(1, request.getInputStream().readAllBytes());
                insert.executeUpdate();
            } catch (SQLException e) {
                response.setStatus(503);
            }
        }
    }
}
