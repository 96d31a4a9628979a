package dev.millrace.orchestrator.host.book;

import dev.millrace.orchestrator.engine.state.Header;
import dev.millrace.orchestrator.engine.state.Job;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the book says of some executions and events. The jobs are the pending ones. */
public record Snapshot(Map<String, Header> headers, Map<String, List<Job>> jobs, Map<EventKey, String> events) {

    static Snapshot empty() {
        return new Snapshot(new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    public List<Job> jobsOf(String executionId) {
        return jobs.getOrDefault(executionId, List.of());
    }

    public void add(String executionId, Job job) {
        jobs.computeIfAbsent(executionId, id -> new ArrayList<>()).add(job);
    }
}
