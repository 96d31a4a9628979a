package dev.millrace.benchmarks.standalone;

import dev.millrace.benchmarks.BenchFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for the temporary standalone, below the range from which systems take the local ends of connections: the standalone
 * opens connections to itself before it listens on the last of its ports, and one of them could land on it.
 */
final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int LAST = 29_999;
    private static final int ATTEMPTS = 200;

    private FreePorts() {}

    /** The first of {@code count} neighbours that are all free. */
    static int neighbours(int count) {
        var random = ThreadLocalRandom.current();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int first = random.nextInt(FIRST, LAST - count);
            if (areFree(first, count)) {
                return first;
            }
        }
        throw new BenchFailure("Expected free ports between " + FIRST + " and " + LAST + ", but found none");
    }

    private static boolean areFree(int first, int count) {
        for (int port = first; port < first + count; port++) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                if (!socket.isBound()) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
