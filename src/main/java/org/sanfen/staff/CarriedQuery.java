package org.sanfen.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an address of the editor says beside its path, carried over the sign-in page: which place, which point, which
 * language. The address is the only place that remembers it.
 */
final class CarriedQuery {

    private static final List<String> NAMES = List.of("place", "point", "lang");

    private CarriedQuery() {}

    /** The query to append to an address of ours, with its question mark; empty when there is nothing to carry. */
    static String of(HttpServletRequest request) {
        return query(request).encode().build().toUriString();
    }

    /** The same in another language. */
    static String in(String language, HttpServletRequest request) {
        return query(request)
                .replaceQueryParam("lang", language)
                .encode()
                .build()
                .toUriString();
    }

    /** One more parameter after what is carried. */
    static String and(String carried, String parameter) {
        return carried + (carried.isEmpty() ? "?" : "&") + parameter;
    }

    private static UriComponentsBuilder query(HttpServletRequest request) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        for (String name : NAMES) {
            String value = request.getParameter(name);
            if (value != null) {
                query.queryParam(name, value);
            }
        }
        return query;
    }
}
