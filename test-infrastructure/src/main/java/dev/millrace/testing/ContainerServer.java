package dev.millrace.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/**
 * A server in a container that keeps its port and its data while it is away: a container that Testcontainers starts anew would
 * have neither, so the same one is stopped and started again, and its port is bound to a known one of the host.
 */
final class ContainerServer implements TestServer {
    private static final Duration COMES_BACK = Duration.ofSeconds(60);

    private final GenericContainer<?> container;
    private final int port;
    private final Departure departure;
    private final ThrowingRunnable probe;

    /** How a server goes. */
    enum Departure {
        STOPPED,
        KILLED
    }

    /**
     * @param inside the port that the server listens on in its container
     * @param probe fails until the server can be used
     */
    ContainerServer(GenericContainer<?> container, int port, int inside, Departure departure, ThrowingRunnable probe) {
        this.container = container;
        this.port = port;
        this.departure = departure;
        this.probe = probe;
        container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(port, inside)));
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        if (container.getContainerId() == null) {
            container.start();
        } else {
            var docker = DockerClientFactory.instance().client();
            docker.startContainerCmd(container.getContainerId()).exec();
        }
        awaitUse();
    }

    @Override
    public void goAway() {
        var docker = DockerClientFactory.instance().client();
        if (departure == Departure.KILLED) {
            docker.killContainerCmd(container.getContainerId()).exec();
        } else {
            docker.stopContainerCmd(container.getContainerId()).exec();
        }
    }

    @Override
    public void remove() {
        container.stop();
    }

    private void awaitUse() {
        await("an answer of " + container.getDockerImageName())
                .atMost(COMES_BACK)
                .ignoreExceptions()
                .untilAsserted(probe);
    }
}
