package dev.millrace.definition.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.messaging.UndecodableRecordException;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.ExecutionEvent;
import dev.millrace.model.message.Topics;
import dev.millrace.model.status.ExecutionStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutedWorkflowTest {
    @Test
    void shouldReadWhoseAnEventIs() {
        // given
        var job = new ExecutionEvent.JobChange("e.1", "n", "variable", "", null, 1);
        var event = new ExecutionEvent("e", "w-7", "k", 1, ExecutionStatus.STARTED, null, List.of(job), Instant.EPOCH);
        // then
        assertThat(ExecutedWorkflow.of(record(Json.bytes(event)))).contains("w-7");
    }

    @Test
    void shouldPassOverWhatStandsBefore() {
        assertThat(ExecutedWorkflow.of(
                        record("{\"jobs\": [{\"workflowId\": \"x\"}], \"workflowId\": \"w\", \"more\": 1}")))
                .contains("w");
    }

    @Test
    void shouldKnowEventsOfNoWorkflow() {
        assertThat(ExecutedWorkflow.of(record("{\"workflowId\": null}"))).isEmpty();
        assertThat(ExecutedWorkflow.of(record("{\"executionId\": \"e\"}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"executionId\": ", "no json"})
    void shouldRefuseWhatIsNoEvent(String value) {
        assertThatThrownBy(() -> ExecutedWorkflow.of(record(value)))
                .isInstanceOf(UndecodableRecordException.class)
                .hasMessageStartingWith("Expected an ExecutionEvent, but");
    }

    @Test
    void shouldRefuseALaterVersion() {
        // given
        var later = record("{\"workflowId\": \"w\"}");
        later.headers().add(Topics.VERSION_HEADER, new byte[] {'2'});
        // then
        assertThatThrownBy(() -> ExecutedWorkflow.of(later)).isInstanceOf(UndecodableRecordException.class);
    }

    private static ConsumerRecord<String, byte[]> record(String value) {
        return record(value.getBytes(StandardCharsets.UTF_8));
    }

    private static ConsumerRecord<String, byte[]> record(byte[] value) {
        return new ConsumerRecord<>("t", 0, 0, "e", value);
    }
}
