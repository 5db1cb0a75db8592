package org.sanfen.upkeep;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A request of which only the address is looked at: its body stays unread, and what was typed into a form gets into no link
 * to the same page in another language.
 */
final class QueryOnly extends HttpServletRequestWrapper {

    QueryOnly(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getParameter(String name) {
        return UriComponentsBuilder.newInstance()
                .query(getQueryString())
                .build()
                .getQueryParams()
                .getFirst(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }
}
