/**
 * The walk pack: a place's public walking network in one compact file, from which a browser finds its way by itself and so
 * tells nobody where it is. {@code frontend/src/walk} reads it and gives the very times that {@code street.engine} does;
 * both are held to the vectors in {@code src/test/resources/walk}.
 *
 * <p>Pure Java without Spring, SQL or HTTP. Uses {@code street.engine}.
 */
package org.sanfen.street.pack;
