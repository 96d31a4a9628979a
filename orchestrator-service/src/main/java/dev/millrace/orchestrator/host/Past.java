package dev.millrace.orchestrator.host;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.orchestrator.engine.Input;
import dev.millrace.orchestrator.engine.Origin;
import dev.millrace.orchestrator.engine.state.Header;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Lanes;
import dev.millrace.orchestrator.engine.state.Path;
import dev.millrace.orchestrator.host.book.Book;
import dev.millrace.orchestrator.host.book.History;
import dev.millrace.orchestrator.host.book.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the book still says of executions that have ended, for the retries and reruns of a batch; read only for those. */
final class Past {
    private final Map<String, List<Job>> retried;
    private final Map<String, Found> origins;

    private Past(Map<String, List<Job>> retried, Map<String, Found> origins) {
        this.retried = retried;
        this.origins = origins;
    }

    /** The event that a rerun amounts to, and what it takes over. */
    record Found(TriggerEvent event, Origin origin) {}

    /** @param snapshot gets the newest jobs of what is retried, so that later nodes see their results */
    static Past of(
            Book book, Collection<List<Work>> works, Snapshot snapshot, Function<String, Collection<String>> nodeKeys) {
        var reruns = works.stream()
                .flatMap(List::stream)
                .flatMap(work -> work.rerun().stream())
                .toList();
        return new Past(retried(book, works, snapshot, nodeKeys), origins(book, reruns, nodeKeys));
    }

    private static Map<String, List<Job>> retried(
            Book book, Collection<List<Work>> works, Snapshot snapshot, Function<String, Collection<String>> nodeKeys) {
        var ended = works.stream()
                .flatMap(List::stream)
                .flatMap(work -> work.retry().stream())
                .map(retry -> snapshot.headers().get(retry.executionId()))
                .filter(Objects::nonNull)
                .filter(header -> header.steering().unfinished() != null)
                .distinct()
                .toList();
        if (ended.isEmpty()) {
            return Map.of();
        }
        var history = book.history();
        history.newest(ended.stream()
                        .collect(Collectors.toMap(Header::id, header -> nodeKeys.apply(header.workflowId()))))
                .forEach((id, jobs) -> jobs.forEach(job -> snapshot.add(id, job)));
        var unfinished = history.jobs(ended.stream()
                .collect(Collectors.toMap(
                        Header::id, header -> header.steering().unfinished().jobs())));
        for (var header : ended) {
            var passes = Lanes.underWay(header, unfinished.getOrDefault(header.id(), List.of()));
            history.newestInPasses(header.id(), nodeKeys.apply(header.workflowId()), passes, Integer.MAX_VALUE)
                    .forEach(job -> snapshot.add(header.id(), job));
        }
        return unfinished;
    }

    private static Map<String, Found> origins(
            Book book, List<ExecutionCommand.Rerun> reruns, Function<String, Collection<String>> nodeKeys) {
        var headers = book.headers(
                reruns.stream().map(ExecutionCommand.Rerun::of).distinct().toList());
        var origins = new HashMap<String, Found>();
        for (var rerun : reruns) {
            var header = headers.get(rerun.of());
            if (header != null) {
                var origin = origin(book.history(), rerun, nodeKeys.apply(rerun.workflowId()));
                origins.put(rerun.executionId(), new Found(event(rerun, header.context()), origin));
            }
        }
        return origins;
    }

    static Origin origin(History history, ExecutionCommand.Rerun rerun, Collection<String> nodeKeys) {
        if (rerun.nodeKey() == null) {
            return new Origin(rerun.of(), rerun.by(), null, null, null, List.of());
        }
        var path = rerun.path() == null ? null : Path.parse(rerun.path());
        var at = history.run(rerun.of(), rerun.nodeKey(), path);
        int bound = at.map(Job::sequence).orElse(Integer.MAX_VALUE);
        var before = nearest(history, rerun.of(), nodeKeys, at.map(Job::path).orElse(path), bound);
        return new Origin(rerun.of(), rerun.by(), rerun.nodeKey(), path, at.orElse(null), before);
    }

    /** Of each node the newest job that a place can see: of its own passes, where passes ran side by side. */
    private static List<Job> nearest(
            History history, String executionId, Collection<String> nodeKeys, Path place, int bound) {
        var newest = new HashMap<String, Job>();
        history.newestBefore(executionId, nodeKeys, bound).forEach(job -> newest.put(job.nodeKey(), job));
        if (place == null) {
            return List.copyOf(newest.values());
        }
        var passes = new ArrayList<>(Lanes.around(place, newest.values()));
        Collections.reverse(passes);
        for (Path pass : passes) {
            history.newestInPasses(executionId, nodeKeys, List.of(pass), bound)
                    .forEach(job -> newest.put(job.nodeKey(), job));
        }
        return List.copyOf(newest.values());
    }

    /** @param context of the earlier execution, for a rerun that brings none of its own */
    static TriggerEvent event(ExecutionCommand.Rerun rerun, JsonNode context) {
        return new TriggerEvent(
                rerun.executionId(),
                rerun.workflowId(),
                rerun.workflowKey(),
                null,
                rerun.context() == null ? context : rerun.context(),
                rerun.stack(),
                null,
                null,
                null);
    }

    Input input(Work work) {
        return work.retry()
                .<Input>map(retry -> new Input.Retry(retry, retried.getOrDefault(retry.executionId(), List.of())))
                .orElseGet(work::input);
    }

    Optional<Found> origin(ExecutionCommand.Rerun rerun) {
        return Optional.ofNullable(origins.get(rerun.executionId()));
    }
}
