package app.novelo.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What is printed when another program has the port. */
@ExtendWith(OutputCaptureExtension.class)
class PortTakenTest {

    @Test
    void namesTheSettingThatHelps(CapturedOutput output) throws IOException {
        try (var stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = stranger.getLocalPort();

            assertThatThrownBy(() -> new SpringApplicationBuilder(WebServer.class)
                    .properties("taken=" + port)
                    .run());

            assertThat(output)
                    .contains("Another program listens on port " + port, "SERVER_PORT")
                    .doesNotContain("configure this application");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WebServer {

        @Bean
        TomcatServletWebServerFactory tomcat(Environment environment) {
            var factory = new TomcatServletWebServerFactory(environment.getRequiredProperty("taken", Integer.class));
            factory.setAddress(InetAddress.getLoopbackAddress());
            return factory;
        }
    }
}
