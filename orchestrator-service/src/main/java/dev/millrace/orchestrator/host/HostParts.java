package dev.millrace.orchestrator.host;

import dev.millrace.model.message.Topics;
import dev.millrace.orchestrator.engine.Engine;
import dev.millrace.orchestrator.host.book.Book;
import java.time.InstantSource;

/** What the threads of a host share. All of it is thread-safe. */
record HostParts(
        Engine engine,
        Knowledge knowledge,
        Book book,
        Aftermath aftermath,
        Metrics metrics,
        HostStatus status,
        Topics topics,
        InstantSource clock) {}
