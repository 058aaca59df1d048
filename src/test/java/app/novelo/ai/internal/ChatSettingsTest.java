package app.novelo.ai.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ChatSettingsTest {

    @Test
    void areReadFromTheDocumentedEnvironmentVariables() {
        var settings = bind(Map.of(
                "NOVELO_AI_CHAT_PROVIDER", "ollama",
                "NOVELO_AI_CHAT_BASE_URL", "http://models:11434/v1",
                "NOVELO_AI_CHAT_API_KEY", "key",
                "NOVELO_AI_CHAT_MODEL", "m"));

        assertThat(settings)
                .isEqualTo(new ChatSettings("ollama", "http://models:11434/v1", "key", "m", Duration.ofSeconds(20)));
    }

    @Test
    void countEmptyVariablesAsUnset() {
        assertThat(bind(Map.of("NOVELO_AI_CHAT_PROVIDER", "", "NOVELO_AI_CHAT_BASE_URL", ""))
                        .isSet())
                .isFalse();
    }

    private static ChatSettings bind(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return new Binder(ConfigurationPropertySources.get(environment))
                .bindOrCreate("novelo.ai.chat", ChatSettings.class);
    }
}
