package org.sanfen.cli;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ControllerAdvice;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts together what a report needs, without Spring Boot: its log, conditions and settings take a quarter of such a
 * process. The beans are the server's own, of the packages that a report is made from, each made when it is first asked
 * for; settings come from {@code application.yaml}.
 */
final class ReportStart implements AutoCloseable {

    private static final String[] PACKAGES =
            List.of("report", "coverage", "street", "demand", "directory", "place", "staff", "web").stream()
                    .map(name -> "org.sanfen." + name)
                    .toArray(String[]::new);

    private static final String NAMES_DAYS = "SELECT set_config('sanfen.names_days', :days, false)";

    private final GenericApplicationContext context = new GenericApplicationContext();
    private final CommandDatabase database;

    /** Returns while the database still connects on a thread of its own. */
    ReportStart() throws IOException {
        MutablePropertySources settings = context.getEnvironment().getPropertySources();
        settings.addFirst(new MapPropertySource("report", Map.of("sanfen.coverage.as-published", "false")));
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .forEach(settings::addLast);
        database = new CommandDatabase(
                setting("spring.datasource.url"),
                setting("spring.datasource.username"),
                setting("spring.datasource.password"),
                first -> first.sql(NAMES_DAYS)
                        .param("days", setting("sanfen.names-days"))
                        .query(String.class)
                        .single());
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        context.registerBean(CommandDatabase.class, () -> database);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(JdbcTransactionManager.class, () -> transactions);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        context.registerBean(
                JsonMapper.class,
                () -> JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .build());
        ConfigurationPropertySources.attach(context.getEnvironment());
        context.registerBean(ReportCommand.class);
        scan();
        context.refresh();
    }

    private void scan() {
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.setResourcePattern(CommandApplication.FILES);
        for (Class<? extends Annotation> web : List.of(Configuration.class, Controller.class, ControllerAdvice.class)) {
            scanner.addExcludeFilter(new AnnotationTypeFilter(web));
        }
        scanner.getBeanDefinitionDefaults().setLazyInit(true);
        scanner.scan(PACKAGES);
    }

    private String setting(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    ReportCommand command() {
        return context.getBean(ReportCommand.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
