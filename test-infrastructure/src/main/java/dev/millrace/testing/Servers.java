package dev.millrace.testing;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Where the tests' servers run; the system property {@value #PROPERTY} chooses. */
enum Servers {
    /** In the test JVM and as its child: neither network nor Docker is needed. */
    EMBEDDED(EmbeddedBroker::new, EmbeddedDatabase::new),
    /** In containers of the images that production runs. */
    CONTAINERS(Containers::kafka, Containers::postgres);

    static final String PROPERTY = "millrace.test.servers";

    private final IntFunction<TestServer> kafka;
    private final IntFunction<TestServer> postgres;

    Servers(IntFunction<TestServer> kafka, IntFunction<TestServer> postgres) {
        this.kafka = kafka;
        this.postgres = postgres;
    }

    /** @param name null for the embedded ones */
    static Servers of(String name) {
        if (name == null) {
            return EMBEDDED;
        }
        return Arrays.stream(values())
                .filter(servers -> servers.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected %s to be one of %s, but it is %s"
                        .formatted(
                                PROPERTY,
                                Arrays.stream(values()).map(Servers::toString).collect(Collectors.joining(", ")),
                                name)));
    }

    TestServer kafka(int port) {
        return kafka.apply(port);
    }

    TestServer postgres(int port) {
        return postgres.apply(port);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
