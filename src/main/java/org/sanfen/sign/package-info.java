/**
 * Signs to hang beside a point: symbol in the manner of ISO 7010, name and number, emergency number, and a code that opens
 * the point's own page. One sign as A5 or A6, or all of an area on A4 sheets to cut apart.
 *
 * <p>Reads points from {@code directory} and numbers from {@code place}; prints through {@code paper}. The address in a code
 * is the operator's {@code SANFEN_PUBLIC_URL} alone: what a request says of its host is not believed.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Signs",
        allowedDependencies = {"directory", "place", "paper", "web"})
package org.sanfen.sign;
