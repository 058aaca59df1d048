package app.novelo.support;

import app.novelo.Novelo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * The whole program on a random port with a fresh database and its sandbox, everything
 * running as in production. All classes with this annotation share one program.
 */
@SpringBootTest(
        classes = Novelo.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "novelo.data-dir=target/running-novelo",
            "novelo.admin-user=admin",
            "novelo.admin-password=admin-of-tests",
            "novelo.sandbox.password=people-of-tests",
            "novelo.whatsapp.app-secret=" + Meta.SECRET + ", " + Meta.OLD_SECRET,
            "novelo.whatsapp.verify-token=" + Meta.VERIFY_TOKEN,
            "novelo.whatsapp.apps.vectors.app-secret=test_app_secret",
            "novelo.intake.quiet=1500ms", // half of all that tests write is unclear
            "novelo.intake.greeting-quiet=1s",
            "novelo.cost.free-messages=100000" // all tests together send more than a company's thousand
        })
@Import({
    Database.class,
    MailServer.class,
    Customer.class,
    Meta.class,
    Agent.class,
    Cases.class,
    MetaDesk.class,
    ServiceLevelNews.class,
    WalkedWays.class
})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RunningNovelo {}
