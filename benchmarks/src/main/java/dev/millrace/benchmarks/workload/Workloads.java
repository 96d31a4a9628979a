package dev.millrace.benchmarks.workload;

import java.util.List;

/** All workloads in the order in which they run: later ones are compared with earlier ones. */
public final class Workloads {
    private static final List<Workload> ALL = List.of(
            new SyncWebhook(),
            new WebhookBurst(),
            new CalculationChain(),
            new LoopOfCalculations(),
            new RequestChain(),
            new InsertedRows(),
            new FirstDispatch(),
            new PacedRequests());

    private Workloads() {}

    public static List<Workload> all() {
        return ALL;
    }

    public static List<String> ids() {
        return ALL.stream().map(Workload::id).toList();
    }
}
