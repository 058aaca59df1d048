package app.novelo.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** When there is a sandbox. */
class SandboxOnlyTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(CompanyLine.class);

    @Test
    void isThereWithoutAnySettingOfMeta() {
        application.run(context -> assertThat(context).hasSingleBean(CompanyLine.class));
        application
                .withPropertyValues("novelo.whatsapp.access-token=", "novelo.whatsapp.api-base-url=")
                .run(context -> assertThat(context).hasSingleBean(CompanyLine.class));
    }

    @Test
    void isNotThereWithATokenOrAnotherGraphApi() {
        application.withPropertyValues("novelo.whatsapp.access-token=EAAB").run(context -> assertThat(context)
                .doesNotHaveBean(CompanyLine.class));
        application
                .withPropertyValues("novelo.whatsapp.api-base-url=http://localhost:9")
                .run(context -> assertThat(context).doesNotHaveBean(CompanyLine.class));
    }

    @Test
    void agreesWithTheApplicationOnWhatWasSet() {
        application.withPropertyValues("novelo.whatsapp.app-secret=new, old").run(context -> assertThat(
                        context.getBean(CompanyLine.class).appSecret())
                .isEqualTo("new"));
    }
}
