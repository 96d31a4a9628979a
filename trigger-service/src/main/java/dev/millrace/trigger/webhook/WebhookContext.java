package dev.millrace.trigger.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** What a workflow sees of a call. */
final class WebhookContext {
    /** They identify the caller to us and must not end up in the history. */
    private static final Set<String> SENSITIVE = Set.of("authorization", "proxy-authorization", "cookie");

    private WebhookContext() {}

    static ObjectNode of(HttpServerRequest request, JsonNode body) {
        var context = Json.object();
        context.set("body", body);
        context.set("headers", headers(request.headers()));
        context.set("query", query(request.params()));
        return context;
    }

    private static ObjectNode headers(MultiMap from) {
        var headers = Json.object();
        for (String name : from.names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!SENSITIVE.contains(lower)) {
                headers.put(lower, String.join(", ", from.getAll(name)));
            }
        }
        return headers;
    }

    private static ObjectNode query(MultiMap from) {
        var parameters = new TreeMap<String, List<String>>();
        from.names().forEach(name -> parameters.put(name, from.getAll(name)));
        return Bodies.fields(parameters);
    }
}
