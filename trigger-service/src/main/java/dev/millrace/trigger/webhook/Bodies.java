package dev.millrace.trigger.webhook;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;
import dev.millrace.rest.Problem;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Bodies as JSON, by their media type. */
final class Bodies {
    private static final ObjectReader WHOLE_JSON =
            Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]+)");
    private static final String FORM = "application/x-www-form-urlencoded";

    private Bodies() {}

    sealed interface Parsed {}

    record Body(JsonNode value) implements Parsed {}

    record Refused(Problem problem) implements Parsed {}

    /** @param contentType as the header has it, or null */
    static Parsed parse(String contentType, byte[] body) {
        if (body.length == 0) {
            return new Body(Json.NODES.nullNode());
        }
        String mediaType = mediaType(contentType);
        if (mediaType.equals("application/json") || mediaType.endsWith("+json")) {
            return json(body);
        }
        if (mediaType.equals(FORM)) {
            return new Body(fields(new QueryStringDecoder(text(contentType, body), false).parameters()));
        }
        if (mediaType.startsWith("text/") && !mediaType.equals("text/xml")) {
            return new Body(Json.NODES.textNode(text(contentType, body)));
        }
        return new Refused(Problem.of(
                415,
                "unsupported_media_type",
                "Expected a body of type application/json, text/plain or " + FORM + ", but it is of type "
                        + (mediaType.isEmpty() ? "none: set Content-Type" : mediaType)));
    }

    /** A name that comes once has a text, one that comes again a list. */
    static ObjectNode fields(Map<String, List<String>> parameters) {
        var fields = Json.object();
        parameters.forEach((name, values) -> {
            if (values.size() == 1) {
                fields.put(name, values.get(0));
            } else {
                values.forEach(fields.putArray(name)::add);
            }
        });
        return fields;
    }

    private static Parsed json(byte[] body) {
        try {
            return new Body(WHOLE_JSON.readTree(body));
        } catch (IOException e) {
            return new Refused(Problem.of(
                    400, "invalid_json", "Expected the body to be JSON, but could not read it: " + e.getMessage()));
        }
    }

    private static String mediaType(String contentType) {
        if (contentType == null) {
            return "";
        }
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static String text(String contentType, byte[] body) {
        var named = CHARSET.matcher(contentType);
        return new String(body, named.find() ? charset(named.group(1)) : StandardCharsets.UTF_8);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
