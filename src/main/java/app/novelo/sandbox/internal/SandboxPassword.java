package app.novelo.sandbox.internal;

import java.security.SecureRandom;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The one password of all sample users: as set, or made up once and kept. */
@SandboxOnly
@Component
class SandboxPassword implements InitializingBean {

    /** Without the letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 3;
    private static final int GROUP_LENGTH = 4;

    private final SandboxSettings settings;
    private final JdbcClient jdbc;

    SandboxPassword(SandboxSettings settings, JdbcClient jdbc) {
        this.settings = settings;
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        jdbc.sql("insert into sandbox.secret (name, value) values ('password', ?) on conflict do nothing")
                .param(invented())
                .update();
    }

    String value() {
        if (StringUtils.hasText(settings.password())) {
            return settings.password();
        }
        return jdbc.sql("select value from sandbox.secret where name = 'password'")
                .query(String.class)
                .single();
    }

    private static String invented() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
