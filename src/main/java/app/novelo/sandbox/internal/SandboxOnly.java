package app.novelo.sandbox.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/**
 * The bean exists in a sandbox and nowhere else. Meta's words are the product's too, so that both have their accounts and
 * templates: the bean's name begins with {@code sandbox} where the product has or may have one of the plain name.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(SandboxIsOn.class)
@interface SandboxOnly {}
