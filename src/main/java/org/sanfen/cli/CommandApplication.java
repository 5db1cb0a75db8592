package org.sanfen.cli;

import org.sanfen.SanfenApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RestController;

/**
 * The application that a {@link Command} runs in: the same beans as the server's, each made only when the command asks
 * for it, on the database and its migrations alone. Without web server, security, sessions and templates a command is at
 * work in a fraction of the time.
 *
 * <p>It carries no stereotype, so that the server's own scan passes it by.
 */
@ComponentScan(
        basePackageClasses = SanfenApplication.class,
        lazyInit = true,
        resourcePattern = CommandApplication.FILES,
        excludeFilters = @Filter({Configuration.class, Controller.class, RestController.class, ControllerAdvice.class}))
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
final class CommandApplication {

    /** Neither classes inside of others nor what the build wrote for the server: half of all, and no bean among them. */
    static final String FILES = "**/{name:[A-Za-z0-9]+}.class";
}
