package dev.millrace.orchestrator.host;

import dev.millrace.messaging.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jboss.logging.Logger;

/** Says that the broker is away: consumers wait for it in silence, and producers complain after two minutes. */
final class BrokerWatch implements Runnable {
    private static final Logger LOG = Logger.getLogger(BrokerWatch.class);
    private static final String PART = "Kafka";
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final int PATIENCE_MILLIS = 4_000;

    private final KafkaSettings kafka;
    private final HostStatus status;
    private volatile boolean closed;

    BrokerWatch(KafkaSettings kafka, HostStatus status) {
        this.kafka = kafka;
        this.status = status;
    }

    @Override
    public void run() {
        Map<String, Object> settings = new HashMap<>(kafka.common());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        try (var admin = Admin.create(settings)) {
            while (!closed) {
                look(admin);
                LockSupport.parkNanos(PERIOD.toNanos());
            }
        }
    }

    private void look(Admin admin) {
        try {
            admin.describeCluster().clusterId().get();
            status.working(PART);
        } catch (ExecutionException e) {
            status.failing(PART, "Expected Kafka at " + kafka.bootstrapServers() + " to answer, but it does not");
            LOG.debugf("Kafka does not answer: %s", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    void close() {
        closed = true;
    }
}
