package app.novelo.customer;

import app.novelo.support.RunningNovelo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * A program for the many who only greet here: ten minutes later each of them is a ticket, and in the shared program those
 * would push what another test looks for off the first page of Tasklist.
 */
@RunningNovelo
@TestPropertySource(properties = "novelo.data-dir=target/customers")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ProgramOfItsOwn {}
