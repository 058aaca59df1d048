package app.novelo.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Database;
import app.novelo.support.Doors;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** A route that nobody thought of has no door, and a route without a door fails the build. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"novelo.admin-password=" + Doors.ADMIN_PASSWORD, "novelo.data-dir=target/doors-data"})
@Import(Database.class)
class RoutesTest {

    /** Registered by libraries and closed on purpose. */
    private static final Set<String> CLOSED = Set.of("/error", "/v3/api-docs.yaml/**");

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    ServletContext servlets;

    @Autowired
    @Qualifier("springSecurityFilterChain")
    Filter security;

    @Test
    void haveADoorEach() {
        assertThat(routes().filter(route -> !CLOSED.contains(route.getRequestURI())))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(app.novelo.platform.internal.security.Doors.to(route))
                        .as("a rule in Doors for %s %s", route.getMethod(), route.getRequestURI())
                        .isPresent());
    }

    @Test
    void ofServletsAreTheseAndNoOthers() {
        var patterns = servlets.getServletRegistrations().values().stream()
                .flatMap(servlet -> servlet.getMappings().stream())
                .toList();
        assertThat(patterns)
                .containsExactlyInAnyOrder(
                        "/", // Spring MVC: the routes above
                        "/engine-rest/*",
                        "/camunda/api/cockpit/*",
                        "/camunda/api/admin/*",
                        "/camunda/api/tasklist/*",
                        "/camunda/api/engine/*",
                        "/camunda/api/welcome/*");
    }

    @Test
    void areAllBehindTheGuard() {
        var guard = servlets.getFilterRegistration("springSecurityFilterChain");
        assertThat(security).isNotNull();
        assertThat(guard.getUrlPatternMappings()).contains("/*");
    }

    private Stream<MockHttpServletRequest> routes() {
        return mappings.stream()
                .map(mapping -> mapping.getHandlerMethods().keySet())
                .flatMap(Collection::stream)
                .flatMap(RoutesTest::requests);
    }

    private static Stream<MockHttpServletRequest> requests(RequestMappingInfo route) {
        var methods = route.getMethodsCondition().getMethods();
        return route.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty() ? Stream.of(RequestMethod.values()) : methods.stream())
                        .map(method -> new MockHttpServletRequest(method.name(), pattern.replaceAll("[{}]", ""))));
    }
}
