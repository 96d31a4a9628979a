package dev.millrace.orchestrator.host;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What the host tells about its work. */
final class Metrics {
    private final MeterRegistry registry;
    private final DistributionSummary batch;
    private final Timer turn;
    private final Counter started;
    private final Counter fenced;
    private final Counter setAside;
    private final Counter timers;

    Metrics(MeterRegistry registry) {
        this.registry = registry;
        this.batch = registry.summary("millrace.orchestrator.batch.records");
        this.turn = registry.timer("millrace.orchestrator.turn");
        this.started = registry.counter("millrace.orchestrator.executions.started");
        this.fenced = registry.counter("millrace.orchestrator.turns.fenced");
        this.setAside = registry.counter("millrace.orchestrator.records.dead");
        this.timers = registry.counter("millrace.orchestrator.timers.fired");
    }

    void turn(int records, Runnable work) {
        batch.record(records);
        turn.record(work);
    }

    void started(long executions) {
        started.increment(executions);
    }

    void ended(String status) {
        registry.counter("millrace.orchestrator.executions.ended", "status", status)
                .increment();
    }

    void fenced() {
        fenced.increment();
    }

    void dead() {
        setAside.increment();
    }

    void timersFired(int count) {
        timers.increment(count);
    }
}
