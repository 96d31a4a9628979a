package dev.millrace.worker.nodes.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.util.UUID;

/** {@code multipart/form-data} (RFC 7578) of text parts. */
final class Multipart {
    private static final String LINE = "\r\n";

    private Multipart() {}

    static RequestBody of(JsonNode data) {
        var boundary = "millrace-" + UUID.randomUUID();
        var content = Buffer.buffer();
        for (var part : data) {
            var kind = part.path("valueType").asText("text");
            if (!kind.equals("text")) {
                return new RequestBody.Unusable(
                        "Expected text parts in a multipart body, but part " + part.path("name") + " is a " + kind);
            }
            content.appendString("--" + boundary + LINE)
                    .appendString("Content-Disposition: form-data; name=\""
                            + escaped(part.path("name").asText()) + "\"")
                    .appendString(LINE + LINE)
                    .appendString(part.path("text").asText())
                    .appendString(LINE);
        }
        content.appendString("--" + boundary + "--" + LINE);
        return new RequestBody.Bytes(RequestBody.MULTIPART + "; boundary=" + boundary, content);
    }

    private static String escaped(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
