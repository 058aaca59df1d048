package app.novelo.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceLoader;
import org.camunda.bpm.engine.rest.spi.ProcessEngineProvider;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KnownServicesTest {

    private final List<String> searched = new ArrayList<>();
    private final KnownServices filter =
            new KnownServices(new ClassLoader(getClass().getClassLoader()) {
                @Override
                public Enumeration<URL> getResources(String name) throws IOException {
                    searched.add(name);
                    return super.getResources(name);
                }
            });

    @Test
    void aServiceIsLookedForOnceAndFoundEveryTime() throws Exception {
        var found = new ArrayList<Class<?>>();
        FilterChain call = (request, response) ->
                ServiceLoader.load(ProcessEngineProvider.class).forEach(provider -> found.add(provider.getClass()));

        pass(call);
        var first = List.copyOf(found);
        found.clear();
        pass(call);

        assertThat(found).isEqualTo(first).isNotEmpty();
        assertThat(searched).containsExactly("META-INF/services/" + ProcessEngineProvider.class.getName());
    }

    @Test
    void whateverIsNoServiceIsLookedForEveryTime() throws Exception {
        FilterChain call = (request, response) -> Thread.currentThread()
                .getContextClassLoader()
                .getResources("messages.properties")
                .hasMoreElements();

        pass(call);
        pass(call);

        assertThat(searched).containsExactly("messages.properties", "messages.properties");
    }

    @Test
    void theThreadKeepsItsOwnAlsoIfTheCallFails() {
        var usual = Thread.currentThread().getContextClassLoader();
        assertThatThrownBy(() -> pass((request, response) -> {
                    throw new ServletException("broken");
                }))
                .isInstanceOf(ServletException.class);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(usual);
    }

    private void pass(FilterChain call) throws ServletException, IOException {
        filter.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), call);
    }
}
