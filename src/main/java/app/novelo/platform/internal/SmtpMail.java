package app.novelo.platform.internal;

import app.novelo.platform.Mail;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** By Spring's mail sender. A subject is one line: what would begin a header is taken out. */
@Component
class SmtpMail implements Mail {

    private final MailSettings settings;
    private final JavaMailSenderImpl sender;

    SmtpMail(MailSettings settings) {
        this.settings = settings;
        this.sender = sender(settings);
    }

    private static JavaMailSenderImpl sender(MailSettings settings) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (!settings.user().isEmpty()) {
            sender.setUsername(settings.user());
            sender.setPassword(settings.password());
        }
        sender.setJavaMailProperties(properties(settings));
        return sender;
    }

    private static Properties properties(MailSettings settings) {
        var millis = String.valueOf(settings.timeout().toMillis());
        var properties = new Properties();
        properties.put("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
        properties.put(
                "mail.smtp.starttls.required", String.valueOf(settings.tls().equals("starttls")));
        properties.put(
                "mail.smtp.starttls.enable", String.valueOf(settings.tls().equals("starttls")));
        properties.put("mail.smtp.ssl.enable", String.valueOf(settings.tls().equals("tls")));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        return properties;
    }

    @Override
    public boolean isSetUp() {
        return !settings.host().isBlank();
    }

    @Override
    public void send(String to, String subject, String text) {
        try {
            var message = sender.createMimeMessage();
            var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from().isBlank() ? settings.user() : settings.from());
            helper.setTo(to);
            helper.setSubject(subject.replaceAll("\\R", " "));
            helper.setText(text);
            sender.send(message);
        } catch (AddressException | MailParseException | MailPreparationException e) {
            throw new MailRefused(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("a letter of plain text", e);
        } catch (MailSendException e) {
            throw isForGood(e) ? new MailRefused(e) : e;
        }
    }

    /** Jakarta Mail says so for what the server answers with 5xx on an address. */
    private static boolean isForGood(MailSendException e) {
        return e.getFailedMessages().values().stream().anyMatch(SendFailedException.class::isInstance);
    }
}
