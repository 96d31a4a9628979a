package dev.millrace.worker.nodes.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A request as it is to be sent.
 *
 * @param timeout of the whole exchange in ms
 */
record RequestConfig(
        String method,
        URI url,
        List<Map.Entry<String, String>> headers,
        RequestBody body,
        long timeout,
        boolean ignoreFail,
        boolean onlyData) {

    private static final long DEFAULT_TIMEOUT = 5_000;
    private static final Set<String> WITHOUT_BODY = Set.of("GET");

    /** Exactly one of the two is set. */
    record Read(RequestConfig config, HttpAnswer.Broken problem) {}

    static Read read(JsonNode config, String jobId) {
        var url = url(config);
        if (url == null) {
            return new Read(
                    null, HttpAnswer.Broken.invalidUrl(config.path("url").asText()));
        }
        var method = config.path("method").asText("POST").toUpperCase(Locale.ROOT);
        var body = WITHOUT_BODY.contains(method) ? new RequestBody.None() : RequestBody.of(config);
        if (body instanceof RequestBody.Unusable unusable) {
            return new Read(null, HttpAnswer.Broken.of("invalid_body", unusable.message()));
        }
        long timeout = config.path("timeout").asLong(DEFAULT_TIMEOUT);
        return new Read(
                new RequestConfig(
                        method,
                        url,
                        headers(config, method, jobId),
                        body,
                        timeout > 0 ? timeout : DEFAULT_TIMEOUT,
                        config.path("ignoreFail").asBoolean(false),
                        config.path("onlyData").asBoolean(false)),
                null);
    }

    /** The URL with its parameters, or null when it is no absolute http(s) URL. */
    private static URI url(JsonNode config) {
        try {
            var base = new URI(config.path("url").asText().strip());
            boolean web = "http".equalsIgnoreCase(base.getScheme()) || "https".equalsIgnoreCase(base.getScheme());
            if (!web || base.getHost() == null) {
                return null;
            }
            var query = query(base.getRawQuery(), config.path("params"));
            var path = base.getRawPath() == null || base.getRawPath().isEmpty() ? "/" : base.getRawPath();
            return new URI(base.getScheme() + "://" + base.getRawAuthority() + path + query);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String query(String existing, JsonNode params) {
        var parts = new ArrayList<String>();
        if (existing != null) {
            parts.add(existing);
        }
        for (var param : params) {
            var name = param.path("name").asText().strip();
            if (!name.isEmpty()) {
                parts.add(encode(name) + "=" + encode(param.path("value").asText()));
            }
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static List<Map.Entry<String, String>> headers(JsonNode config, String method, String jobId) {
        var headers = new ArrayList<Map.Entry<String, String>>();
        if (!WITHOUT_BODY.contains(method)) {
            headers.add(Map.entry("Idempotency-Key", jobId));
        }
        for (var header : config.path("headers")) {
            var name = header.path("name").asText().strip();
            // The content type follows from the body; a header of the user's could only contradict it.
            if (!name.isEmpty() && !name.equalsIgnoreCase("content-type")) {
                headers.removeIf(other -> other.getKey().equalsIgnoreCase(name)
                        && other.getValue().equals(jobId));
                headers.add(Map.entry(name, header.path("value").asText().strip()));
            }
        }
        return List.copyOf(headers);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The same request to where a redirect points. */
    RequestConfig redirected(URI target, boolean asGet) {
        boolean sameOrigin =
                target.getAuthority() != null && target.getAuthority().equals(url.getAuthority());
        var kept = headers.stream()
                // Credentials meant for one host are not shown to another.
                .filter(header -> sameOrigin
                        || !Set.of("authorization", "cookie")
                                .contains(header.getKey().toLowerCase(Locale.ROOT)))
                .toList();
        return new RequestConfig(
                asGet ? "GET" : method,
                target,
                kept,
                asGet ? new RequestBody.None() : body,
                timeout,
                ignoreFail,
                onlyData);
    }
}
