package dev.millrace.worker.runtime;

import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.worker.sdk.NodeHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The node types that this process serves: all it has handlers for, or those named by {@code millrace.worker.types}. */
@ApplicationScoped
public class WorkerTypes {
    private final Map<String, NodeHandler> served = new TreeMap<>();

    /** @throws IllegalArgumentException when a type is named that has no handler here */
    @Inject
    public WorkerTypes(
            @Any Instance<NodeHandler> handlers,
            @ConfigProperty(name = "millrace.worker.types") Optional<List<String>> named) {
        this((Iterable<NodeHandler>) handlers, named);
    }

    WorkerTypes(Iterable<NodeHandler> handlers, Optional<List<String>> named) {
        handlers.forEach(handler -> served.put(handler.descriptor().type(), handler));
        named.ifPresent(this::restrictTo);
    }

    WorkerTypes() {
        // for the client proxy
    }

    public Optional<NodeHandler> handler(String type) {
        return Optional.ofNullable(served.get(type));
    }

    public Collection<String> names() {
        return served.keySet();
    }

    List<NodeTypeDescriptor> descriptors() {
        return served.values().stream().map(NodeHandler::descriptor).toList();
    }

    private void restrictTo(List<String> named) {
        var unknown = new TreeSet<>(named);
        unknown.removeAll(served.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected MILLRACE_WORKER_TYPES to name types of " + served.keySet() + ", but it names " + unknown);
        }
        served.keySet().retainAll(named);
    }
}
