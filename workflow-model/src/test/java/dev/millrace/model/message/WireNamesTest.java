package dev.millrace.model.message;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names that services of different versions share: headers and topics; see {@link GoldenFileTest}. */
class WireNamesTest {
    @Test
    void shouldKeepTheNamesOfHeaders() {
        assertThat(Json.mapper()
                        .<JsonNode>valueToTree(Map.of(
                                "version", Topics.VERSION_HEADER,
                                "trace", Topics.TRACE_HEADER,
                                "deadLetterTopic", DeadLetter.TOPIC_HEADER,
                                "deadLetterPartition", DeadLetter.PARTITION_HEADER,
                                "deadLetterOffset", DeadLetter.OFFSET_HEADER,
                                "deadLetterReason", DeadLetter.REASON_HEADER,
                                "deadLetterConsumer", DeadLetter.CONSUMER_HEADER)))
                .isEqualTo(golden("headers"));
    }

    @Test
    void shouldKeepTheNamesOfTopics() {
        var topics = Topics.DEFAULT;

        assertThat(Json.mapper()
                        .<JsonNode>valueToTree(Map.ofEntries(
                                entry("workflowDefinitions", topics.workflowDefinitions()),
                                entry("nodeTypes", topics.nodeTypes()),
                                entry("rowChanges", topics.rowChanges("shop", "public", "orders")),
                                entry("triggerEvents", topics.triggerEvents()),
                                entry("stepCommands", topics.stepCommands("request")),
                                entry("stepCancellations", topics.stepCancellations()),
                                entry("stepResults", topics.stepResults()),
                                entry("executionCommands", topics.executionCommands()),
                                entry("executionEvents", topics.executionEvents()),
                                entry("replies", topics.replies()),
                                entry("deadLetters", topics.deadLetters()),
                                entry("captureOffsets", topics.captureOffsets()))))
                .isEqualTo(golden("topics"));
    }

    private static JsonNode golden(String name) {
        return Json.read(GoldenFileTest.bytes(name), JsonNode.class);
    }
}
