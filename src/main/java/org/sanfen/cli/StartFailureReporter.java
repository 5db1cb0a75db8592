package org.sanfen.cli;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says a start's failure in one sentence where we know the remedy, in place of Spring's page-long report. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailureReporter implements SpringBootExceptionReporter {

    private final ConfigurableApplicationContext context;

    StartFailureReporter(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        String database = context == null ? "" : context.getEnvironment().getProperty("spring.datasource.url", "");
        return FailureSentence.find(failure, database)
                .map(sentence -> {
                    System.err.println("Sanfen: " + sentence);
                    return true;
                })
                .orElse(false);
    }
}
