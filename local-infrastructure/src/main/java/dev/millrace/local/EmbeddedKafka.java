package dev.millrace.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A durable Kafka broker (KRaft, broker and controller in one) inside this JVM, on loopback only. */
public final class EmbeddedKafka implements AutoCloseable {
    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts on the data of the directory, which is formatted when it is new.
     *
     * @param port of the broker
     * @param controllerPort of the controller
     */
    public static EmbeddedKafka start(Path directory, int port, int controllerPort) {
        try {
            if (!Files.exists(directory.resolve("meta.properties"))) {
                format(directory);
            }
            var server = new KafkaRaftServer(config(directory, port, controllerPort), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(server, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory) throws IOException {
        Files.createDirectories(directory);
        var formatter = new Formatter();
        formatter.setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        formatter
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .addDirectory(directory.toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory.toString());
        try {
            formatter.run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Expected to format " + directory + " for Kafka, but it failed", e);
        }
    }

    private static KafkaConfig config(Path directory, int port, int controllerPort) {
        Map<String, String> config = new HashMap<>(settings());
        config.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        config.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        config.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        config.put("log.dirs", directory.toString());
        return new KafkaConfig(config, false);
    }

    /** Of a broker that is alone, wherever it runs: all but its addresses and folders. */
    public static Map<String, String> settings() {
        Map<String, String> config = new HashMap<>();
        config.put("process.roles", "broker,controller");
        config.put("node.id", "1");
        config.put("controller.listener.names", "CONTROLLER");
        config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        config.put("offsets.topic.replication.factor", "1");
        config.put("offsets.topic.num.partitions", "4");
        config.put("transaction.state.log.replication.factor", "1");
        config.put("transaction.state.log.min.isr", "1");
        config.put("transaction.state.log.num.partitions", "1");
        config.put("share.coordinator.state.topic.replication.factor", "1");
        config.put("share.coordinator.state.topic.min.isr", "1");
        config.put("group.initial.rebalance.delay.ms", "0");
        // After a hard stop the old registration must expire first: 15 s with the default of 9 s, 6 s with 1.5 s.
        config.put("broker.session.timeout.ms", "1500");
        config.put("broker.heartbeat.interval.ms", "300");
        // Payloads are bounded at 8 MiB by Millrace itself; the broker leaves room for the envelope.
        config.put("message.max.bytes", String.valueOf(9 * 1024 * 1024));
        config.put("replica.fetch.max.bytes", String.valueOf(9 * 1024 * 1024));
        config.put("log.retention.hours", "168");
        config.put("log.segment.bytes", String.valueOf(64 * 1024 * 1024));
        config.put("log.cleaner.dedupe.buffer.size", String.valueOf(4 * 1024 * 1024));
        config.put("num.partitions", "1");
        // One machine, which all else runs on too: a thread more is a wake-up more for each request.
        config.put("num.network.threads", "1");
        config.put("num.io.threads", "2");
        return config;
    }
}
