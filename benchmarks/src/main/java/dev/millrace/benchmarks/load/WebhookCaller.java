package dev.millrace.benchmarks.load;

import dev.millrace.benchmarks.BenchFailure;
import java.util.regex.Pattern;

/** One client of one webhook, whose connection stays open between calls. */
public final class WebhookCaller implements AutoCloseable {
    private static final Pattern EXECUTION_ID = Pattern.compile("\"executionId\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpConnection connection;
    private final byte[] request;

    WebhookCaller(HttpConnection connection, byte[] request) {
        this.connection = connection;
        this.request = request;
    }

    /**
     * Starts an execution.
     *
     * @return its id
     * @throws BenchFailure when the answer is not 2xx or names no execution
     */
    public String start() {
        var answer = WebhookLoad.exchange(connection, request);
        var id = EXECUTION_ID.matcher(answer.text());
        if (!id.find()) {
            throw new BenchFailure("Expected the webhook to name the execution, but it answered " + answer.text());
        }
        return id.group(1);
    }

    @Override
    public void close() {
        connection.close();
    }
}
