package app.novelo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The WhatsApp CRM that runs on a BPMN engine. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Novelo {

    public static void main(String[] args) {
        SpringApplication.run(Novelo.class, args);
    }
}
