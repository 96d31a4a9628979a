package dev.millrace.trigger.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a call that started an execution and does not wait for it. */
@Schema(name = "ExecutionStarted")
public record Started(@JsonProperty("executionId") String executionId) {}
