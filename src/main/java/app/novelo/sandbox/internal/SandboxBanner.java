package app.novelo.sandbox.internal;

import app.novelo.platform.Company;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where to begin. */
@SandboxOnly
@Component
class SandboxBanner {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxBanner.class);

    private final Company company;
    private final SandboxPassword password;
    private final OwnAddress own;

    SandboxBanner(Company company, SandboxPassword password, OwnAddress own) {
        this.company = company;
        this.password = password;
        this.own = own;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        var people = SamplePerson.ALL.stream()
                .map(person -> "%s (%s)".formatted(person.id(), String.join(", ", person.groups())))
                .collect(Collectors.joining(", ")); // plain ASCII: a terminal without a language shows ? for the rest
        LOG.info(
                """

                  Novelo's sandbox is open: {}
                  {} works here: {}
                  Password of all of them: {}
                """,
                own.path("/"),
                company.name(),
                people,
                password.value());
    }
}
