package app.novelo.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against signatures that were made elsewhere with the secret {@code test_app_secret}. */
class SignatureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '\'',
            value = {
                "'{\"object\":\"whatsapp_business_account\",\"entry\":[]}'"
                        + " dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756",
                "'{\"t\":\"caf\\u00e9\"}' 4ea6a0b98c398d90012c91879a402e35f5fb380bf29a0730c5624a620e8be966",
                "'{\"t\":\"café\"}' 5dcbb394883ca594568caa1e388f7868c632a00efd8879cf0a6c9059f7d38208"
            })
    void isTheHmacOfTheBytes(String body, String hex) {
        assertThat(Signature.of(body.getBytes(StandardCharsets.UTF_8), "test_app_secret"))
                .isEqualTo("sha256=" + hex);
    }
}
