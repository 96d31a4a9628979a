package dev.millrace.orchestrator.host;

import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A host of its own for each test, and what it asks its worker to do. */
abstract class HostFixture {
    static final String ECHO = HostHarness.WORKER_TYPE;

    HostHarness harness;
    TopicTail commands;

    @BeforeEach
    final void startHost() {
        harness = HostHarness.start(clock());
        commands = harness.tail(harness.topics.stepCommands(ECHO));
    }

    /** What the host takes for the time. */
    InstantSource clock() {
        return InstantSource.system();
    }

    @AfterEach
    final void stopHost() {
        commands.close();
        harness.close();
    }
}
