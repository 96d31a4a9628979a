package dev.millrace.orchestrator.host.book;

import dev.millrace.orchestrator.engine.state.Lanes;
import dev.millrace.orchestrator.engine.state.Path;
import dev.millrace.orchestrator.host.book.JobTable.Place;
import dev.millrace.orchestrator.host.book.JobTable.PlaceInPass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What else is to be read of executions whose loops have passes under way side by side. */
final class PassPlaces {
    private PassPlaces() {}

    /** @param places of the nodes of the executions in the snapshot, whose jobs are the pending ones so far */
    static List<PlaceInPass> of(Snapshot snapshot, List<Place> places) {
        var wanted = new ArrayList<PlaceInPass>();
        var keys = places.stream()
                .collect(Collectors.groupingBy(
                        Place::executionId, Collectors.mapping(Place::nodeKey, Collectors.toList())));
        keys.forEach((id, nodeKeys) -> {
            Set<Path> passes = Lanes.underWay(snapshot.headers().get(id), snapshot.jobsOf(id));
            for (Path pass : passes) {
                nodeKeys.forEach(key -> wanted.add(new PlaceInPass(id, key, pass.toString())));
            }
        });
        return wanted;
    }
}
