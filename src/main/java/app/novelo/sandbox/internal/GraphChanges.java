package app.novelo.sandbox.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the business changes of its account and templates over the Graph API is seen at once beside the phone. */
@SandboxOnly
@Component
class GraphChanges implements HandlerInterceptor, WebMvcConfigurer {

    private final Screens screens;

    GraphChanges(Screens screens) {
        this.screens = screens;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(
                        "/sandbox/graph/*/*",
                        "/sandbox/graph/*/*/message_templates",
                        "/sandbox/graph/*/*/subscribed_apps");
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!request.getMethod().equals("GET")) {
            screens.accountsChanged();
        }
    }
}
