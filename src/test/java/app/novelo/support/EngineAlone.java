package app.novelo.support;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * Platform and engine without the business: no module reacts when a test moves a task, and the tests say what the two
 * lowest storeys do by themselves.
 */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {"app.novelo.platform", "app.novelo.engine"},
        excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class)) // as Spring Boot scans
@ConfigurationPropertiesScan({"app.novelo.platform", "app.novelo.engine"})
public class EngineAlone {}
