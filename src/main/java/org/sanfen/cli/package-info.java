/**
 * The commands behind {@code ./run}: one {@link org.sanfen.cli.Command} bean each, found by name,
 * and the import, which has to be quick and is put together without an application context.
 *
 * <p>May use every other package. A failure a person can mend leaves as one sentence, never as a stack trace.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Commands")
package org.sanfen.cli;
