package org.sanfen.sign;

import java.util.List;

/**
 * What stands on a sign, in two languages.
 *
 * @param id public id of the point
 * @param group {@code fire} or {@code rescue}: the safety colour
 * @param symbol SVG
 * @param kinds name of its kind in the first language, then the second
 * @param name the point's own name; null for none
 * @param code SVG of the QR code
 * @param calls emergency numbers, the one to call first in front; two at most
 * @param address where the code leads
 * @param warning of fictitious data; null otherwise
 */
record Sign(
        String id,
        String group,
        String symbol,
        List<String> kinds,
        String name,
        String code,
        List<Call> calls,
        String address,
        String warning) {

    /** A number and whom it reaches, in both languages. */
    record Call(String label, String number) {}
}
