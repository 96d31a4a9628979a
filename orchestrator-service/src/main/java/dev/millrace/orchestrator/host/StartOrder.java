package dev.millrace.orchestrator.host;

import dev.millrace.model.message.TriggerEvent;
import dev.millrace.orchestrator.engine.Input;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** In which order the starts of a batch are served: by priority, else as they came. */
final class StartOrder {
    private static final Logger LOG = Logger.getLogger(StartOrder.class);

    private final Graphs graphs;

    StartOrder(Graphs graphs) {
        this.graphs = graphs;
    }

    List<String> of(Map<String, List<Work>> works) {
        var priorities = new HashMap<String, Integer>();
        works.forEach((id, work) -> {
            int priority = priority(work.get(0));
            if (priority != 0) {
                priorities.put(id, priority);
            }
        });
        var ids = new ArrayList<>(works.keySet());
        if (!priorities.isEmpty()) {
            ids.sort(Comparator.comparing(id -> -(long) priorities.getOrDefault(id, 0)));
        }
        return ids;
    }

    private int priority(Work work) {
        return work.input() instanceof Input.Start start ? priority(start.event()) : 0;
    }

    private int priority(TriggerEvent event) {
        try {
            return graphs.known(event.workflowId())
                    .map(graph -> graph.admission().priority(event.context()))
                    .orElse(0);
        } catch (RuntimeException e) {
            LOG.debugf(e, "Version %s has no priority; its start is what will tell", event.workflowId());
            return 0;
        }
    }
}
