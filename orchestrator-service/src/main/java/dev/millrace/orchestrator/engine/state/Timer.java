package dev.millrace.orchestrator.engine.state;

import dev.millrace.model.message.TimerKey;
import java.time.Instant;

/** A timer that is to be set; it comes back as an {@code ExecutionCommand.TimerDue}. */
public record Timer(TimerKey key, Instant dueAt) {}
