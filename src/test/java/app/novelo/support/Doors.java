package app.novelo.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** Platform and engine behind a real port; all tests that carry it share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = EngineAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "novelo.admin-user=root",
            "novelo.admin-password=" + Doors.ADMIN_PASSWORD,
            "novelo.data-dir=target/doors-data",
            "management.prometheus.metrics.export.enabled=true" // Spring Boot switches it off in tests
        })
@Import({Database.class, Staff.class})
public @interface Doors {

    String ADMIN_PASSWORD = "the-administrator's-own";
}
