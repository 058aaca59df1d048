package app.novelo.conversation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Meta writes one hash in two ways; the file is that of no bytes. */
class ClaimedHashTest {

    private static final String FOUND = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
                " "
            })
    void fitsInBase64AndInHexadecimal(String claimed) {
        assertThat(ClaimedHash.fits(claimed, FOUND)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "no hash at all!",
                "AAAAQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "00b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            })
    void fitsNoOther(String claimed) {
        assertThat(ClaimedHash.fits(claimed, FOUND)).isFalse();
    }

    @Test
    void isNotMissedWhereNoneIsClaimed() {
        assertThat(ClaimedHash.fits(null, FOUND)).isTrue();
    }
}
