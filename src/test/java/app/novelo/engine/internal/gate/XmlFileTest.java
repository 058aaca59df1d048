package app.novelo.engine.internal.gate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that are refused before anybody looks at what they mean. */
class XmlFileTest {

    @Test
    void refusesDocumentTypes() {
        var bomb = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY b \"&lol;&lol;\">]><a>&b;</a>";
        var outside = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        var parameter = "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/evil.dtd\"><a/>";
        for (var file : List.of(bomb, outside, parameter)) {
            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(XmlFile.Refused.class)
                    .hasMessageContaining("document type");
        }
    }

    @Test
    void refusesFilesThatAreNestedTooDeeply() {
        assertThatThrownBy(() -> read("<a>".repeat(10_000))).isInstanceOf(XmlFile.Refused.class);
    }

    @Test
    void refusesWhatIsNoXml() {
        assertThatThrownBy(() -> read("{\"a\":1}")).isInstanceOf(XmlFile.Refused.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(XmlFile.Refused.class);
    }

    private static XmlFile read(String file) {
        return XmlFile.of(file.getBytes(StandardCharsets.UTF_8));
    }
}
