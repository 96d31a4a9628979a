package dev.millrace.testing;

import dev.millrace.local.EmbeddedKafka;
import dev.millrace.local.FreePort;
import java.nio.file.Path;

/** A broker in this JVM. */
final class EmbeddedBroker implements TestServer {
    private final int port;
    private final int controllerPort = FreePort.find();
    private final Path directory = TemporaryFolder.create("millrace-kafka");
    private EmbeddedKafka server;

    EmbeddedBroker(int port) {
        this.port = port;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        server = EmbeddedKafka.start(directory, port, controllerPort);
    }

    @Override
    public void goAway() {
        server.close();
    }

    @Override
    public void remove() {
        server.close();
        TemporaryFolder.delete(directory);
    }
}
