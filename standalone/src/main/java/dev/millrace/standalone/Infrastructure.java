package dev.millrace.standalone;

import dev.millrace.local.EmbeddedKafka;
import dev.millrace.local.EmbeddedPostgres;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The broker and the database of the standalone, durable in the data folder. */
final class Infrastructure {
    private static final long SERVICES_STOP_SECONDS = 30;

    private final EmbeddedKafka kafka;
    private final EmbeddedPostgres postgres;
    private final CountDownLatch quarkusStopped = new CountDownLatch(1);

    private Infrastructure(EmbeddedKafka kafka, EmbeddedPostgres postgres) {
        this.kafka = kafka;
        this.postgres = postgres;
    }

    /** Both at the same time: each waits for the disk more than for a core. */
    static Infrastructure start(StandaloneSettings settings) {
        var postgres = CompletableFuture.supplyAsync(() -> startPostgres(settings));
        var folder = settings.data().resolve("kafka");
        var failure = new BrokerFailure(
                folder, () -> postgres.thenAccept(EmbeddedPostgres::close).join());
        var kafka =
                failure.watch(() -> EmbeddedKafka.start(folder, settings.kafkaPort(), settings.kafkaControllerPort()));
        Console.say("Kafka is ready on " + kafka.bootstrapServers());
        return new Infrastructure(kafka, postgres.join());
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** The services need the broker and the database to finish what they are at; so these two go last. */
    void closeAfterQuarkus() {
        try {
            if (!quarkusStopped.await(SERVICES_STOP_SECONDS, TimeUnit.SECONDS)) {
                Console.say("The services did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    void quarkusHasStopped() {
        quarkusStopped.countDown();
    }

    private void close() {
        kafka.close();
        postgres.close();
    }

    private static EmbeddedPostgres startPostgres(StandaloneSettings settings) {
        var postgres = EmbeddedPostgres.start(settings.data().resolve("postgres"), settings.postgresPort());
        new Databases(postgres, settings.postgresPassword()).prepare();
        Console.say("PostgreSQL is ready on 127.0.0.1:" + postgres.port());
        return postgres;
    }
}
