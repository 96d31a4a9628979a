package dev.millrace.model.message;

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
                        .<JsonNode>valueToTree(Map.of(
                                "workflowDefinitions", topics.workflowDefinitions(),
                                "nodeTypes", topics.nodeTypes(),
                                "rowChanges", topics.rowChanges("shop", "public", "orders"),
                                "triggerEvents", topics.triggerEvents(),
                                "stepCommands", topics.stepCommands("request"),
                                "stepResults", topics.stepResults(),
                                "executionCommands", topics.executionCommands(),
                                "executionEvents", topics.executionEvents(),
                                "replies", topics.replies(),
                                "deadLetters", topics.deadLetters())))
                .isEqualTo(golden("topics"));
    }

    private static JsonNode golden(String name) {
        return Json.read(GoldenFileTest.bytes(name), JsonNode.class);
    }
}
