package org.sanfen.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A {@link DatabaseTest} whose test methods may take a {@link Browser}: a new one, without any history, for each test.
 * After each test that passed, a request to another origin, an uncaught script error or something that the
 * Content-Security-Policy refused fails it all the same; a failed test leaves a screenshot in {@code target/browser}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@DatabaseTest
@ExtendWith(BrowserExtension.class)
public @interface BrowserTest {}
