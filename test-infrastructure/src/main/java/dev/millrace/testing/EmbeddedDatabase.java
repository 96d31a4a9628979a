package dev.millrace.testing;

import dev.millrace.local.EmbeddedPostgres;
import java.nio.file.Path;

/** A database as a child process of this JVM. */
final class EmbeddedDatabase implements TestServer {
    private final int port;
    private final Path directory = TemporaryFolder.create("millrace-postgres");
    private EmbeddedPostgres server;

    EmbeddedDatabase(int port) {
        this.port = port;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        server = EmbeddedPostgres.startWithoutSync(directory, port);
    }

    @Override
    public void goAway() {
        server.kill();
    }

    @Override
    public void remove() {
        server.close();
        TemporaryFolder.delete(directory);
    }
}
