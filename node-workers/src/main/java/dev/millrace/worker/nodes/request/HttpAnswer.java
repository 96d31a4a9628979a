package dev.millrace.worker.nodes.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;

/** How an exchange ended. */
sealed interface HttpAnswer {

    /** The service answered, whatever it said. */
    record Received(int status, String statusText, ObjectNode headers, JsonNode data) implements HttpAnswer {
        boolean successful() {
            return status >= 200 && status < 300;
        }

        ObjectNode toJson() {
            var json = Json.object().put("status", status).put("statusText", statusText);
            json.set("headers", headers);
            json.set("data", data);
            return json;
        }
    }

    /**
     * The exchange failed.
     *
     * @param errorCode for retry policies: {@code timeout}, {@code connection_failed}, {@code http_503}
     * @param details what the result shows beside the message
     */
    record Broken(String errorCode, String message, ObjectNode details) implements HttpAnswer {
        private static final String TIMEOUT = "timeout";

        static Broken of(String errorCode, String message) {
            return new Broken(errorCode, message, Json.object().put("code", errorCode));
        }

        static Broken of(Received received) {
            var details = Json.object().put("status", received.status()).put("statusText", received.statusText());
            details.set("data", received.data());
            return new Broken(
                    "http_" + received.status(), "Request failed with status code " + received.status(), details);
        }

        static Broken timeout(long millis) {
            return new Broken(
                    TIMEOUT,
                    "timeout of " + millis + "ms exceeded",
                    Json.object().put("code", "ECONNABORTED"));
        }

        static Broken stopped() {
            return of("stopped", "Expected to wait for the answer, but nobody waits for the step any more");
        }

        static Broken invalidUrl(String url) {
            return new Broken(
                    "invalid_url",
                    "Invalid URL: expected an absolute http or https URL, but was \"" + url + "\"",
                    Json.object().put("code", "ERR_INVALID_URL"));
        }

        boolean timedOut() {
            return errorCode.equals(TIMEOUT);
        }

        JsonNode toJson() {
            return Json.object().put("message", message).setAll(details);
        }
    }
}
