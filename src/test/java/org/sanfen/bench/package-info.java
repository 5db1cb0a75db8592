/**
 * Measurements that {@code ./run bench} prints: a class with a main method each, run in a JVM of its own. No test depends
 * on a time.
 */
package org.sanfen.bench;
