package app.novelo.platform.internal;

import app.novelo.platform.SandboxMode;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who comes without a path wants his work; the sandbox has a start page of its own. */
@Configuration(proxyBeanMethods = false)
class StartPage implements WebMvcConfigurer {

    private final SandboxMode sandbox;

    StartPage(SandboxMode sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        if (!sandbox.on()) {
            registry.addRedirectViewController("/", "/camunda/app/tasklist/");
        }
    }
}
