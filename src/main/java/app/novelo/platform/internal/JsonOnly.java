package app.novelo.platform.internal;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.AbstractJackson2HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.http.converter.xml.AbstractXmlHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The API speaks JSON. Libraries on the class path bring XML, YAML and more: a browser, which accepts XML rather than
 * anything, would be shown XML, and each of them is a parser for strangers' bodies.
 */
@Configuration(proxyBeanMethods = false)
class JsonOnly implements WebMvcConfigurer {

    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.removeIf(converter -> converter instanceof AbstractXmlHttpMessageConverter<?>
                || converter instanceof AbstractJackson2HttpMessageConverter
                        && !(converter instanceof MappingJackson2HttpMessageConverter));
    }
}
