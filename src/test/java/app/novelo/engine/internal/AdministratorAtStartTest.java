package app.novelo.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.platform.GeneratedSecrets;
import app.novelo.platform.UserDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;

/** There is an administrator, or there is no application. */
class AdministratorAtStartTest {

    private static final String REAL = "novelo.whatsapp.access-token=a-token";

    @TempDir
    Path data;

    @Test
    void isWhoeverTheSettingsNameWhateverHisPasswordWasChangedTo() {
        var installation = new Restart(data);
        assertThatThrownBy(() -> installation.start(REAL))
                .as("a real installation without an administrator")
                .rootCause()
                .isInstanceOf(NoAdministrator.class)
                .hasMessageContaining("NOVELO_ADMIN_PASSWORD");
        try (var first = installation.start(REAL, "novelo.admin-user=ada.l@x.org", "novelo.admin-password=one")) {
            assertThat(isAdministrator(first, "ada.l@x.org", "one")).isTrue();
        }
        try (var second = installation.start(REAL, "novelo.admin-user=ada.l@x.org", "novelo.admin-password=two")) {
            assertThat(isAdministrator(second, "ada.l@x.org", "one")).isFalse();
            second.getBean(org.camunda.bpm.engine.IdentityService.class).unlockUser("ada.l@x.org");
            assertThat(isAdministrator(second, "ada.l@x.org", "two")).isTrue();
        }
        try (var without = installation.start(REAL)) {
            assertThat(isAdministrator(without, "ada.l@x.org", "two")).isTrue();
        }
    }

    @Test
    void isMadeUpOnceForASandboxAndKeptFromOthersEyes() throws Exception {
        var installation = new Restart(data);
        String password;
        try (var first = installation.start()) {
            var secret = first.getBean(GeneratedSecrets.class).all().get(0);
            password = secret.value();
            assertThat(secret.fresh()).isTrue();
            assertThat(secret.toString()).doesNotContain(password);
            assertThat(password).hasSizeGreaterThanOrEqualTo(24);
            assertThat(isAdministrator(first, "admin", password)).isTrue();
        }
        var file = data.resolve("secrets/sandbox-admin.password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var second = installation.start()) {
            var secret = second.getBean(GeneratedSecrets.class).all().get(0);
            assertThat(secret.fresh()).isFalse();
            assertThat(secret.value()).isEqualTo(password);
            assertThat(isAdministrator(second, "admin", password)).isTrue();
        }
    }

    @Test
    void whoIsMissingIsExplainedWithoutAStackTrace() {
        var analysis = new NoAdministratorAnalyzer().analyze(new NoAdministrator());
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains("no administrator");
        assertThat(analysis.getAction()).contains("NOVELO_ADMIN_USER").contains("NOVELO_ADMIN_PASSWORD");
    }

    private static boolean isAdministrator(ApplicationContext application, String user, String password) {
        return application
                .getBean(UserDirectory.class)
                .authenticate(user, password)
                .filter(caller -> caller.isAdministrator())
                .isPresent();
    }
}
