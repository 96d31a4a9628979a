package dev.millrace.standalone.cluster;

import static org.awaitility.Awaitility.await;

import dev.millrace.local.EmbeddedPostgres;
import dev.millrace.local.FreePort;
import dev.millrace.local.KafkaProcess;
import dev.millrace.messaging.KafkaSettings;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.GroupState;

/** A broker, a database, an orchestrator and two workers, each a process that can be killed and started again. */
final class Cluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final String DATABASE = "millrace";
    private static final int ORCHESTRATOR_THREADS = 2;
    private static final int WORKERS = 2;

    private final Path folder;
    private final KafkaProcess kafka;
    private final int postgresPort = FreePort.find();
    private final ServiceProcess orchestrator;
    private final List<ServiceProcess> workers;
    private EmbeddedPostgres postgres;

    Cluster(Path folder) {
        this.folder = folder;
        this.kafka = new KafkaProcess(folder.resolve("kafka"), FreePort.find(), FreePort.find());
        this.orchestrator = new ServiceProcess("orchestrator-service", "orchestrator", folder, orchestratorSettings());
        this.workers = List.of(worker("worker-1"), worker("worker-2"));
    }

    private ServiceProcess worker(String name) {
        var settings = commonSettings();
        // The least that Kafka allows: until then the steps of a worker that was killed wait for another.
        settings.put("MP_MESSAGING_INCOMING_STEP_COMMANDS_SESSION_TIMEOUT_MS", "6000");
        return new ServiceProcess("node-workers", name, folder, settings);
    }

    private Map<String, String> commonSettings() {
        var settings = new HashMap<String, String>();
        settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        settings.put("MP_JWT_VERIFY_PUBLICKEY", publicKey());
        return settings;
    }

    private Map<String, String> orchestratorSettings() {
        var address = "127.0.0.1:" + postgresPort + "/" + DATABASE;
        var settings = commonSettings();
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + address);
        settings.put("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://" + address);
        settings.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        settings.put("QUARKUS_DATASOURCE_PASSWORD", "postgres");
        return settings;
    }

    private static String publicKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All of it but the second worker. */
    void start() throws SQLException {
        kafka.start();
        startPostgres();
        try (var connection = postgres.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
        }
        orchestrator.start();
        workers.get(0).start();
        orchestrator.awaitReady();
        workers.get(0).awaitReady();
    }

    private void startPostgres() {
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), postgresPort);
    }

    Book book() {
        return new Book(postgres.jdbcUrl(DATABASE));
    }

    KafkaSettings kafka() {
        return new KafkaSettings(kafka.bootstrapServers());
    }

    void killWorker(int number) throws InterruptedException {
        workers.get(number).kill();
    }

    void startWorker(int number) {
        workers.get(number).start();
        workers.get(number).awaitReady();
    }

    /** A part of it, as the kill test sees it. */
    enum Part {
        ORCHESTRATOR,
        WORKER,
        BROKER,
        DATABASE
    }

    void kill(Part part) throws InterruptedException {
        switch (part) {
            case ORCHESTRATOR -> orchestrator.kill();
            case WORKER -> killWorker(0);
            case BROKER -> kafka.kill();
            case DATABASE -> postgres.kill();
            default -> throw new IllegalArgumentException(part.name());
        }
    }

    void restart(Part part) {
        switch (part) {
            case ORCHESTRATOR -> orchestrator.start();
            case WORKER -> workers.get(0).start();
            case BROKER -> kafka.start();
            case DATABASE -> startPostgres();
            default -> throw new IllegalArgumentException(part.name());
        }
    }

    /** Returns once everybody is ready and no work moves between processes any more. */
    void awaitSettled() {
        orchestrator.awaitReady();
        workers.forEach(ServiceProcess::awaitReady);
        try (var admin = Admin.create(kafka().common())) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(() -> isSettled(admin, "millrace.orchestrator", ORCHESTRATOR_THREADS)
                            && isSettled(admin, "millrace-node-workers", WORKERS));
        }
    }

    private static boolean isSettled(Admin admin, String group, int members)
            throws ExecutionException, InterruptedException {
        var description =
                admin.describeConsumerGroups(Set.of(group)).all().get().get(group);
        return description.groupState() == GroupState.STABLE
                && description.members().size() == members;
    }

    @Override
    public void close() throws InterruptedException {
        for (var worker : workers) {
            worker.close();
        }
        orchestrator.close();
        kafka.close();
        if (postgres != null) {
            postgres.close();
        }
    }
}
