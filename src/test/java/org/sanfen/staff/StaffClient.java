package org.sanfen.staff;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member of staff at a browser, without a browser: keeps the cookie and the page's CSRF token. */
public final class StaffClient {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String site;
    private String cookie;
    private String token = "";

    public StaffClient(int port) {
        this.site = "http://127.0.0.1:" + port;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Sends JSON with the CSRF token of the page loaded last. */
    public HttpResponse<String> send(String method, String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token)
                .method(method, BodyPublishers.ofString(json)));
    }

    /** Posts a text of another type with the CSRF token of the page loaded last. */
    public HttpResponse<String> sendText(String path, String type, String text) {
        return send(request(path)
                .header("Content-Type", type)
                .header("X-CSRF-TOKEN", token)
                .POST(BodyPublishers.ofString(text)));
    }

    /** Posts a file as it is with the CSRF token of the page loaded last. */
    public HttpResponse<String> sendBytes(String path, String type, byte[] bytes) {
        return send(request(path)
                .header("Content-Type", type)
                .header("X-CSRF-TOKEN", token)
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    /** Loads a page and keeps its CSRF token. */
    public HttpResponse<String> open(String path) {
        HttpResponse<String> page = get(path, "Accept", "text/html");
        keepToken(page);
        return page;
    }

    private void keepToken(HttpResponse<String> page) {
        Matcher found = TOKEN.matcher(page.body());
        if (found.find()) {
            token = found.group(1);
        }
    }

    /** What the sign-in page's form sends. */
    public HttpResponse<String> submitLogin(String login, String password) {
        return submitLogin("", login, password);
    }

    /** The same from a sign-in page whose address had a query. */
    public HttpResponse<String> submitLogin(String query, String login, String password) {
        return submit("/admin/login" + query, "login", login, "password", password);
    }

    /** What a form of the page loaded last sends: names and values in turn. */
    public HttpResponse<String> submit(String path, String... fields) {
        StringBuilder form = new StringBuilder("_csrf=").append(encode(token));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encode(fields[i + 1]));
        }
        HttpResponse<String> answer = send(request(path, "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
        keepToken(answer);
        return answer;
    }

    /** Signs in and opens the editor. */
    public StaffClient signIn(String login, String password) {
        open("/admin/login");
        HttpResponse<String> answer = submitLogin(login, password);
        if (answer.statusCode() != 303) {
            throw new AssertionError("Sign-in answered " + answer.statusCode() + ": " + answer.body());
        }
        open("/admin");
        return this;
    }

    public String cookie() {
        return cookie;
    }

    public void loseToken() {
        token = "";
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (cookie != null) {
            request.header("Cookie", "sanfen_staff=" + cookie);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            List<String> set = answer.headers().allValues("Set-Cookie");
            set.stream().filter(one -> one.startsWith("sanfen_staff=")).forEach(one -> {
                String value = one.substring("sanfen_staff=".length()).split(";", 2)[0];
                cookie = value.isEmpty() ? null : value;
            });
            return answer;
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
