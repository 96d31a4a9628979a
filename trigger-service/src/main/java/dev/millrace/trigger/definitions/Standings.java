package dev.millrace.trigger.definitions;

import dev.millrace.model.message.WorkflowVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When each version was enabled: now, and lately. Written by one thread, read by many. */
final class Standings {
    /** A change that is served later than this after a workflow was disabled no longer starts it. */
    private static final Duration REMEMBERED = Duration.ofHours(6);

    private final Map<String, List<Standing>> byId = new ConcurrentHashMap<>();

    /** @param since when the version came to stand as it does, or {@link Instant#MIN} where that is not known */
    void note(WorkflowVersion version, Instant since) {
        boolean enabled = version.enabled() && !version.deleted();
        byId.compute(version.id(), (id, known) -> next(known == null ? List.of() : known, version, enabled, since));
    }

    List<Standing> ofType(String type) {
        return byId.values().stream()
                .flatMap(List::stream)
                .filter(standing -> type.equals(standing.version().document().type()))
                .toList();
    }

    private static List<Standing> next(List<Standing> known, WorkflowVersion version, boolean enabled, Instant since) {
        var next = new ArrayList<Standing>();
        boolean wasOpen = false;
        for (var standing : known) {
            if (standing.isOpen()) {
                wasOpen = true;
                next.add(enabled ? standing.as(version) : standing.until(since));
            } else if (standing.until().isAfter(oldest(since))) {
                next.add(standing);
            }
        }
        if (enabled && !wasOpen) {
            next.add(since.equals(Instant.MIN) ? Standing.always(version) : Standing.since(version, since));
        }
        return next.isEmpty() ? null : List.copyOf(next);
    }

    private static Instant oldest(Instant now) {
        return now.equals(Instant.MIN) ? now : now.minus(REMEMBERED);
    }
}
