package app.novelo.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.AnnotationMetadata;

/** The one mail server of this JVM, on a port of its own; {@code @Import}ed into a program, it is that program's. */
public final class MailServer implements ImportBeanDefinitionRegistrar {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    static {
        SERVER.start();
    }

    private final ConfigurableEnvironment environment;

    MailServer(Environment environment) {
        this.environment = (ConfigurableEnvironment) environment;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "mail server of tests",
                        Map.of(
                                "novelo.smtp.host", "127.0.0.1",
                                "novelo.smtp.port", SERVER.getSmtp().getPort(),
                                "novelo.smtp.tls", "none",
                                "novelo.smtp.from", "novelo@example.com")));
    }

    /** @return letters to that address, each with its subject as first line */
    public static List<String> letters(String to) {
        return Stream.of(SERVER.getReceivedMessages())
                .filter(letter -> recipients(letter).contains(to))
                .map(MailServer::text)
                .toList();
    }

    private static String recipients(MimeMessage letter) {
        try {
            return GreenMailUtil.getAddressList(letter.getAllRecipients());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage letter) {
        try {
            return letter.getSubject() + "\n" + letter.getContent();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
