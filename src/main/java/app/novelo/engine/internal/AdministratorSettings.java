package app.novelo.engine.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * The administrator of the installation.
 *
 * @param adminUser user id; letters, digits and {@code . _ @ -}. {@code NOVELO_ADMIN_USER}
 * @param adminPassword set again at every start, whatever it was changed to meanwhile. {@code NOVELO_ADMIN_PASSWORD}
 */
@ConfigurationProperties("novelo")
record AdministratorSettings(@Nullable String adminUser, @Nullable String adminPassword) {

    private static final String DEFAULT_USER = "admin";

    String user() {
        return adminUser != null && StringUtils.hasText(adminUser) ? adminUser : DEFAULT_USER;
    }

    boolean hasPassword() {
        return StringUtils.hasText(adminPassword);
    }
}
