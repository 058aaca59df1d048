package app.novelo.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.platform.Mail.MailRefused;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/** Letters go to a real mail server. */
class SmtpMailTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void sendsALetterOfPlainText() throws Exception {
        mail("", "", "none").send("marta@example.com", "Caso T-1: atenção", "O prazo passou.");

        var letter = server.getReceivedMessages()[0];
        assertThat(letter.getSubject()).isEqualTo("Caso T-1: atenção");
        assertThat(letter.getContent().toString().strip()).isEqualTo("O prazo passou.");
        assertThat(letter.getFrom()[0].toString()).isEqualTo("novelo@example.com");
    }

    @Test
    void nothingThatIsSaidBecomesAHeader() throws Exception {
        mail("", "", "none").send("marta@example.com", "Caso\r\nBcc: thief@example.com", "x");

        var letter = server.getReceivedMessages()[0];
        assertThat(letter.getSubject()).isEqualTo("Caso Bcc: thief@example.com");
        assertThat(letter.getAllRecipients()).hasSize(1);
    }

    @Test
    void anAddressThatIsNoneIsRefusedForGood() {
        assertThatThrownBy(() -> mail("", "", "none").send("marta at example", "x", "x"))
                .isInstanceOf(MailRefused.class);
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() {
        var mail = mail("", "", "none");
        server.stop();

        assertThatThrownBy(() -> mail.send("marta@example.com", "x", "x")).isInstanceOf(MailSendException.class);
    }

    @Test
    void aPasswordIsNeverSentWithoutTheEncryptionThatWasAskedFor() {
        server.setUser("novelo", "secret");

        assertThatThrownBy(() -> mail("novelo", "secret", "starttls").send("marta@example.com", "x", "x"))
                .isNotInstanceOf(MailRefused.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aWrongPasswordIsTriedAgain() {
        server.setUser("novelo", "secret");

        assertThatThrownBy(() -> mail("novelo", "wrong", "none").send("marta@example.com", "x", "x"))
                .isInstanceOf(MailAuthenticationException.class);
    }

    @Test
    void withoutAHostNoMailIsSetUp() {
        assertThat(new SmtpMail(new MailSettings("", 25, "", "", "", "none", Duration.ofSeconds(1))).isSetUp())
                .isFalse();
    }

    private SmtpMail mail(String user, String password, String tls) {
        return new SmtpMail(new MailSettings(
                "127.0.0.1",
                server.getSmtp().getPort(),
                user,
                password,
                "novelo@example.com",
                tls,
                Duration.ofSeconds(5)));
    }
}
