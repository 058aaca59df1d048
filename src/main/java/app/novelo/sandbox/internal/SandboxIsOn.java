package app.novelo.sandbox.internal;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** The rule of {@link app.novelo.platform.SandboxMode}, asked before there are beans. */
final class SandboxIsOn implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var environment = context.getEnvironment();
        return isEmpty(environment, "novelo.whatsapp.access-token")
                && isEmpty(environment, "novelo.whatsapp.api-base-url");
    }

    private static boolean isEmpty(Environment environment, String property) {
        return !StringUtils.hasText(environment.getProperty(property));
    }
}
