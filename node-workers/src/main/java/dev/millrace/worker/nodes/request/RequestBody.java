package dev.millrace.worker.nodes.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** What a request carries. */
sealed interface RequestBody {
    String FORM = "application/x-www-form-urlencoded";
    String MULTIPART = "multipart/form-data";

    record None() implements RequestBody {}

    record Bytes(String contentType, Buffer content) implements RequestBody {}

    record Unusable(String message) implements RequestBody {}

    static RequestBody of(JsonNode config) {
        var type = config.path("contentType").asText("application/json");
        var data = config.path("data");
        if (data.isMissingNode() || data.isNull()) {
            return new None();
        }
        return switch (type) {
            case FORM -> form(data);
            case MULTIPART -> Multipart.of(data);
            case "application/xml", "text/plain" -> new Bytes(type + "; charset=utf-8", Buffer.buffer(data.asText()));
            default -> new Bytes(type, Buffer.buffer(Json.bytes(data)));
        };
    }

    private static RequestBody form(JsonNode data) {
        var parts = new ArrayList<String>();
        for (var field : data) {
            var name = field.path("name").asText().strip();
            var value = field.path("value");
            if (!name.isEmpty() && !value.isMissingNode() && !value.isNull()) {
                parts.add(encode(name) + "=" + encode(value.asText()));
            }
        }
        return new Bytes(FORM, Buffer.buffer(String.join("&", parts)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
