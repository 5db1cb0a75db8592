package org.sanfen.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the built front end out of the jar: named by their content for ever, the others for an hour. */
@Configuration
class StaticFiles implements WebMvcConfigurer {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/frontend/assets/")
                .setCacheControl(FOR_EVER);
        registry.addResourceHandler("/icons/**")
                .addResourceLocations("classpath:/frontend/icons/")
                .setCacheControl(AN_HOUR);
        registry.addResourceHandler("/favicon.svg", "/favicon.ico")
                .addResourceLocations("classpath:/frontend/")
                .setCacheControl(AN_HOUR);
        registry.addResourceHandler("/sw.js")
                .addResourceLocations("classpath:/frontend/")
                .setCacheControl(CacheControl.noCache()); // a new version must be seen at once
    }
}
