package app.novelo.workbench.internal;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The files of our screens. A browser keeps them and asks each time whether they have changed: a page has some thirty of
 * them, and a new release must be seen at once.
 */
@Configuration(proxyBeanMethods = false)
class ScreenFiles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/novelo/**")
                .addResourceLocations("classpath:/static/novelo/")
                .setCacheControl(CacheControl.noCache());
    }
}
