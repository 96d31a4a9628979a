package dev.millrace.orchestrator.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Reads an execution as the API shows it; empty when there is none. */
@FunctionalInterface
public interface ExecutionReader {
    CompletionStage<Optional<JsonNode>> read(String executionId);
}
